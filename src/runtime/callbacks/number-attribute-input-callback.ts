import { defineAttributeCallback } from "./define-attribute-callback.js";

/** Asks for a numeric attribute of the managed object. Its empty value is `null`, not an empty text. */
export const numberAttributeInputCallback = /* @__PURE__ */ defineAttributeCallback(
  "NumberAttributeInputCallback",
  null,
);
