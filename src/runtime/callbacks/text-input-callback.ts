import { defineCallback } from "./define-callback.js";

/** Asks for a text. */
export const textInputCallback = /* @__PURE__ */ defineCallback({
  type: "TextInputCallback",
  outputs: [{ name: "prompt" }, { name: "defaultText", byDefault: "" }],
  inputs: [{ suffix: "", byDefault: "" }],
});
