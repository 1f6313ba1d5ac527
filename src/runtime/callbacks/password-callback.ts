import { defineCallback } from "./define-callback.js";

/** Asks for a secret, and never shows one. */
export const passwordCallback = /* @__PURE__ */ defineCallback({
  type: "PasswordCallback",
  outputs: [{ name: "prompt", byDefault: "Password" }],
  inputs: [{ suffix: "", byDefault: "", secret: true }],
});
