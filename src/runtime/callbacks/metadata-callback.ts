import { defineCallback } from "./define-callback.js";

/** Gives data to the client; shows nothing, and stops nothing. */
export const metadataCallback = defineCallback({
  type: "MetadataCallback",
  outputs: [{ name: "data", byDefault: {} }],
});
