import { attributeInputs, attributeOutputs } from "./attribute-members.js";
import { defineCallback } from "./define-callback.js";

/** Asks for an attribute of the managed object whose type is number. */
export const numberAttributeInputCallback = defineCallback({
  type: "NumberAttributeInputCallback",
  outputs: [...attributeOutputs, { name: "value", byDefault: null }],
  inputs: attributeInputs(null),
});
