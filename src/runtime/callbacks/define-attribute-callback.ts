import type { JsonValue } from "../machine.js";
import { type CallbackType, defineCallback, type InputShape } from "./define-callback.js";

/** Whether the answer is only to be checked; the page is then shown again. */
export const validateOnlyInput: InputShape = { suffix: "validateOnly", byDefault: false };

/** Declares one of the callbacks that ask for an attribute: they differ in the kind of value alone. */
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
