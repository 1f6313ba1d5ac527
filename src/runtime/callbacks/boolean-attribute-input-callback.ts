import { defineAttributeCallback } from "./define-attribute-callback.js";

/** Asks for an attribute of the managed object whose type is boolean. */
export const booleanAttributeInputCallback = /* @__PURE__ */ defineAttributeCallback(
  "BooleanAttributeInputCallback",
  false,
);
