import { defineAttributeCallback } from "./define-attribute-callback.js";

/** Asks for a boolean attribute of the managed object. */
export const booleanAttributeInputCallback = /* @__PURE__ */ defineAttributeCallback(
  "BooleanAttributeInputCallback",
  false,
);
