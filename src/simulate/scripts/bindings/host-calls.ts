import type { UnansweredCall } from "../../../runtime/unanswered-call.js";
import type { Json } from "../../../text/json.js";

/** A call from the sandbox with plain data. The script may have forged the arguments, so each call checks them. */
export type HostCall = (args: readonly Json[]) => Json | undefined;

export type HostCalls = { readonly [name: string]: HostCall };

/** An error that the platform's Java code would have thrown; the script may catch it. */
export class BindingError extends Error {
  override readonly name = "BindingError";

  constructor(
    message: string,
    readonly code?: number,
  ) {
    super(message);
  }
}

/**
 * The script uses something that the simulation lacks. The script cannot catch this: the run ends as unsupported. The
 * message is the reason, as a sentence.
 */
export class MissingBinding extends Error {
  override readonly name = "MissingBinding";

  constructor(
    message: string,
    /** The call that nothing answers. */
    readonly call?: UnansweredCall,
  ) {
    super(message);
  }
}

export function textArgument(args: readonly Json[], index: number): string {
  const value = args[index];
  if (typeof value === "string") return value;
  return value === undefined || value === null ? "" : String(value);
}
