import { validateOnlyInput } from "./define-attribute-callback.js";
import { defineCallback } from "./define-callback.js";

/** Asks for a password that the policies must accept. */
export const validatedCreatePasswordCallback = /* @__PURE__ */ defineCallback({
  type: "ValidatedCreatePasswordCallback",
  outputs: [
    { name: "echoOn", byDefault: false },
    { name: "policies", byDefault: {} },
    { name: "failedPolicies", byDefault: [] },
    { name: "validateOnly", byDefault: false },
    { name: "prompt", byDefault: "Password" },
  ],
  inputs: [{ suffix: "", byDefault: "", secret: true }, validateOnlyInput],
});
