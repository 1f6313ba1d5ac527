/** Ends a call with an answer that says what is wrong with it and what to do instead. */
export class ToolError extends Error {
  override readonly name = "ToolError";
}
