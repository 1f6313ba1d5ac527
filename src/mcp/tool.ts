import type { Fields, ValuesOf } from "./shape.js";
import type { Workbench } from "./workbench.js";

/** A tool that an assistant calls. */
export interface Tool<Input extends Fields = Fields, Output extends Fields = Fields> {
  /** With `_` between words. */
  readonly name: string;
  readonly title: string;
  /** What it does and when to call it: all that an assistant knows of it. */
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  /** Whether it may change files, or only reads and computes. */
  readonly writes?: true;
  // A method and not a property: so a tool with its own fields is assignable to `Tool`.
  run(input: ValuesOf<Input>, workbench: Workbench, signal: AbortSignal): Promise<ValuesOf<Output>>;
}

/** Checks a tool against its own fields. */
export function defineTool<const Input extends Fields, const Output extends Fields>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return tool;
}
