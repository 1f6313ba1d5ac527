import type { Diagnostic } from "./diagnostic.js";

/** Whether one of the diagnostics is an error, so that nothing can be built or run. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
