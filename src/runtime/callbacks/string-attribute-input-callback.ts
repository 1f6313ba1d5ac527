import { defineAttributeCallback } from "./define-attribute-callback.js";

/** Asks for an attribute of the managed object whose type is string. */
export const stringAttributeInputCallback = /* @__PURE__ */ defineAttributeCallback("StringAttributeInputCallback", "");
