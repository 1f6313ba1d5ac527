import type { JsonValue } from "../machine.js";
import { type CallbackType, defineCallback, type InputShape } from "./define-callback.js";

/** The input that asks for a check only: the page is shown again even when the value is valid. */
export const validateOnlyInput: InputShape = { suffix: "validateOnly", byDefault: false };

/** Declares a callback that asks for an attribute. These callbacks differ in their kind of value only. */
export function defineAttributeCallback(type: string, byDefault: JsonValue): CallbackType {
  return defineCallback({
    type,
    outputs: [
      { name: "name" },
      { name: "prompt" },
      { name: "required", byDefault: false },
      { name: "policies", byDefault: {} },
      { name: "failedPolicies", byDefault: [] },
      { name: "validateOnly", byDefault: false },
      { name: "value", byDefault },
    ],
    inputs: [{ suffix: "", byDefault, mirrors: "value" }, validateOnlyInput],
  });
}
