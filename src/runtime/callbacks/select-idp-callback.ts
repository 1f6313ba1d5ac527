import { defineCallback } from "./define-callback.js";

/** Offers identity providers. */
export const selectIdPCallback = /* @__PURE__ */ defineCallback({
  type: "SelectIdPCallback",
  outputs: [
    { name: "providers", byDefault: [] },
    { name: "value", byDefault: "" },
  ],
  inputs: [{ suffix: "", byDefault: "" }],
});
