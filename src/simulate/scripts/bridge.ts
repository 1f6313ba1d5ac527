import type { ScriptContext } from "../../runtime/script-host.js";
import type { Json } from "../../text/json.js";
import { allCalls } from "./bindings/all-calls.js";
import { BindingError, type HostCalls, MissingBinding } from "./bindings/host-calls.js";

/** The host's end of the border: it answers one script's calls, and remembers what that script asked for in vain. */
export class Bridge {
  readonly #calls: HostCalls;
  /** What was missing first; whatever the script does after that does not count. */
  missing: string | undefined;

  constructor(context: ScriptContext, script: string) {
    this.#calls = allCalls(context, script);
  }

  /** JSON text in, JSON text out; it never throws. */
  answer(name: string, args: string): string {
    if (name === "unsupported") return this.#unsupported(String((JSON.parse(args) as readonly Json[])[0]));
    const call = Object.hasOwn(this.#calls, name) ? this.#calls[name] : undefined;
    try {
      if (!call) throw new MissingBinding(`The host call ${name}`);
      return JSON.stringify({ value: call(JSON.parse(args) as readonly Json[]) });
    } catch (error) {
      if (error instanceof MissingBinding)
        return this.#unsupported(`${error.message} is not available in the simulation`);
      if (!(error instanceof BindingError)) throw error;
      const { message, code } = error;
      return JSON.stringify({ error: { message, ...(code !== undefined && { code }) } });
    }
  }

  #unsupported(reason: string): string {
    this.missing ??= reason;
    return JSON.stringify({ unsupported: reason });
  }
}
