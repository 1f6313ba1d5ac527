import { defineCallback } from "./define-callback.js";

/** Gives data to the client; shows nothing, and stops nothing. */
export const metadataCallback = /* @__PURE__ */ defineCallback({
  type: "MetadataCallback",
  outputs: [{ name: "data", byDefault: {} }],
});
