import type { ScriptContext } from "../../runtime/script-host.js";
import type { UnansweredCall } from "../../runtime/unanswered-call.js";
import type { Json } from "../../text/json.js";
import { allCalls } from "./bindings/all-calls.js";
import { BindingError, type HostCalls, MissingBinding } from "./bindings/host-calls.js";

/** The host's side of the border: it answers the calls of one script and remembers what the simulation lacked. */
export class Bridge {
  readonly #calls: HostCalls;
  /** The reason why the script cannot run here. The first reason counts; what the script does afterwards does not. */
  missing: { readonly reason: string; readonly call?: UnansweredCall } | undefined;

  constructor(context: ScriptContext, script: string) {
    this.#calls = allCalls(context, script);
  }

  /** Answers a call: JSON text in, JSON text out. It never throws for a mistake of the script. */
  answer(name: string, args: string): string {
    if (name === "unsupported") return this.#unsupported(String((JSON.parse(args) as readonly Json[])[0]));
    const call = Object.hasOwn(this.#calls, name) ? this.#calls[name] : undefined;
    try {
      if (!call) throw new MissingBinding(`The host call ${name} is not available in the simulation`);
      return JSON.stringify({ value: call(JSON.parse(args) as readonly Json[]) });
    } catch (error) {
      if (error instanceof MissingBinding) return this.#unsupported(error.message, error.call);
      if (!(error instanceof BindingError)) throw error;
      const { message, code } = error;
      return JSON.stringify({ error: { message, ...(code !== undefined && { code }) } });
    }
  }

  #unsupported(reason: string, call?: UnansweredCall): string {
    this.missing ??= call ? { reason, call } : { reason };
    return JSON.stringify({ unsupported: reason });
  }
}
