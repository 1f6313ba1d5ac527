import type { Json } from "../../../text/json.js";

/** A call of the sandbox, with plain data. What it gets is checked: the script may have made it. */
export type HostCall = (args: readonly Json[]) => Json | undefined;

export type HostCalls = { readonly [name: string]: HostCall };

/** An error of a binding, as the platform's Java code would have thrown it; the script may catch it. */
export class BindingError extends Error {
  override readonly name = "BindingError";

  constructor(
    message: string,
    readonly code?: number,
  ) {
    super(message);
  }
}

/** The script needs what the simulation does not have. It cannot catch this: the run ends as unsupported. */
export class MissingBinding extends Error {
  override readonly name = "MissingBinding";
}

export function textArgument(args: readonly Json[], index: number): string {
  const value = args[index];
  if (typeof value === "string") return value;
  return value === undefined || value === null ? "" : String(value);
}
