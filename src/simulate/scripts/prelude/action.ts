import { host, javaError } from "./border.js";
import { EffectsBuilder } from "./effects.js";

/** `action` of the next-generation engine. Its methods return the object itself, so calls can be chained. */
export class ActionWrapper extends EffectsBuilder {
  #decision: { readonly [member: string]: unknown } | undefined;
  #suspension: { text: string; logic: unknown; minutes: unknown } | undefined;

  constructor() {
    super();
    for (const name of ["effects", "look"]) Object.defineProperty(this, name, { enumerable: false });
  }

  goTo(outcome: unknown): this {
    if (outcome === null || outcome === undefined) throw javaError("Object cannot be null");
    this.#decision = { kind: "outcome", outcome: String(outcome) };
    return this;
  }

  suspend(text: unknown, logic?: unknown, minutes?: unknown): this {
    if (minutes !== undefined && !(Number(minutes) >= 1)) {
      throw new RangeError("maximumSuspendDuration must be greater than 0");
    }
    this.#suspension = { text: String(text), logic, minutes };
    return this;
  }

  static hasOutcome(action: ActionWrapper): boolean {
    return action.#decision !== undefined;
  }

  /** The result of the script: a suspension, or else the callbacks of `callbacksBuilder`, or else an outcome. */
  static decide(action: ActionWrapper, sendsCallbacks: boolean): object {
    const suspension = action.#suspension;
    if (suspension) return { action: suspend(suspension), effects: action.effects };
    const look = { kind: "callbacks", callbacks: [], ...action.look };
    const decision = sendsCallbacks ? look : action.#decision;
    return { ...(decision && { action: decision }), effects: action.effects };
  }
}

function suspend({ text, logic, minutes }: { text: string; logic: unknown; minutes: unknown }): object {
  const uri = String(host("resumeUri"));
  if (typeof logic === "function") logic(uri);
  const message = text.split("{0}").join(uri).split("''").join("'");
  return { kind: "suspend", message, ...(minutes !== undefined && { minutes: Number(minutes) }) };
}
