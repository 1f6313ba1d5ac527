import { attributeInputs, attributeOutputs } from "./attribute-members.js";
import { defineCallback } from "./define-callback.js";

/** Asks for an attribute of the managed object whose type is string. */
export const stringAttributeInputCallback = defineCallback({
  type: "StringAttributeInputCallback",
  outputs: [...attributeOutputs, { name: "value", byDefault: "" }],
  inputs: attributeInputs(""),
});
