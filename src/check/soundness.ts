import type { Code } from "../diagnostics/codes.js";
import type { Soundness } from "./rule.js";
import { rules } from "./rules/index.js";

/** How far a diagnostic can be trusted; `undefined` for one that is no rule's: it is found where the input is read. */
export function soundnessOf(code: Code): Soundness | undefined {
  return rules.find((rule) => rule.code === code)?.soundness;
}
