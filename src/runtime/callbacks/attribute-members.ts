import type { JsonValue } from "../machine.js";
import type { InputShape, OutputShape } from "./define-callback.js";

/** What all attribute callbacks say, before their value. */
export const attributeOutputs: readonly OutputShape[] = [
  { name: "name" },
  { name: "prompt" },
  { name: "required", byDefault: false },
  { name: "policies", byDefault: {} },
  { name: "failedPolicies", byDefault: [] },
  { name: "validateOnly", byDefault: false },
];

/** Whether the answer is only to be checked; the page is then shown again. */
export const validateOnlyInput: InputShape = { suffix: "validateOnly", byDefault: false };

/** The inputs of attribute callbacks: the value, and whether it is only to be checked. */
export function attributeInputs(byDefault: JsonValue): readonly InputShape[] {
  return [{ suffix: "", byDefault, mirrors: "value" }, validateOnlyInput];
}
