import { defineCallback } from "./define-callback.js";

/** Takes a value that a script in the page fills in. As on the platform, the input starts as the callback's own id. */
export const hiddenValueCallback = /* @__PURE__ */ defineCallback({
  type: "HiddenValueCallback",
  outputs: [{ name: "value", byDefault: "" }, { name: "id" }],
  inputs: [{ suffix: "", byDefault: "", startsAs: "id" }],
});
