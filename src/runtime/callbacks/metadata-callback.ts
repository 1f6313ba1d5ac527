import { defineCallback } from "./define-callback.js";

/** Gives data to the client. It shows nothing and does not stop the journey. */
export const metadataCallback = /* @__PURE__ */ defineCallback({
  type: "MetadataCallback",
  outputs: [{ name: "data", byDefault: {} }],
});
