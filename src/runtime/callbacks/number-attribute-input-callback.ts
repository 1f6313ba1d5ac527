import { defineAttributeCallback } from "./define-attribute-callback.js";

/** Asks for an attribute of the managed object whose type is number. */
export const numberAttributeInputCallback = /* @__PURE__ */ defineAttributeCallback(
  "NumberAttributeInputCallback",
  null,
);
