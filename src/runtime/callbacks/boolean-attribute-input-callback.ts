import { attributeInputs, attributeOutputs } from "./attribute-members.js";
import { defineCallback } from "./define-callback.js";

/** Asks for an attribute of the managed object whose type is boolean. */
export const booleanAttributeInputCallback = defineCallback({
  type: "BooleanAttributeInputCallback",
  outputs: [...attributeOutputs, { name: "value", byDefault: false }],
  inputs: attributeInputs(false),
});
