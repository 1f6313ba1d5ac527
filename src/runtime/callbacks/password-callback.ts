import { defineCallback } from "./define-callback.js";

/** Asks for a secret; an entered secret is never sent back. */
export const passwordCallback = /* @__PURE__ */ defineCallback({
  type: "PasswordCallback",
  outputs: [{ name: "prompt", byDefault: "Password" }],
  inputs: [{ suffix: "", byDefault: "", secret: true }],
});
