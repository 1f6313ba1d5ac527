import { defineAttributeCallback } from "./define-attribute-callback.js";

/** Asks for a text attribute of the managed object. */
export const stringAttributeInputCallback = /* @__PURE__ */ defineAttributeCallback("StringAttributeInputCallback", "");
