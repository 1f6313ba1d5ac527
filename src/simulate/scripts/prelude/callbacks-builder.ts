import { define } from "./border.js";
import { type CallbackDescription, callbackMakers } from "./callback-makers.js";
import { toPlain } from "./plain.js";

/** `callbacksBuilder`: one method for each callback that scripts can create. */
export class CallbacksBuilder {
  readonly #made: CallbackDescription[] = [];

  constructor() {
    for (const [className, make] of Object.entries(callbackMakers)) {
      const method = className.charAt(0).toLowerCase() + className.slice(1);
      define(this, method, (...args: readonly unknown[]) => {
        this.#made.push(make(...args));
      });
    }
  }

  /** The callbacks that the script has added, in order. */
  static made(builder: CallbacksBuilder): readonly unknown[] {
    return builder.#made.map(toPlain);
  }
}
