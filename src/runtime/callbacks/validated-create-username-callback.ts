import { validateOnlyInput } from "./define-attribute-callback.js";
import { defineCallback } from "./define-callback.js";

/** Asks for a user name that the policies must accept. */
export const validatedCreateUsernameCallback = /* @__PURE__ */ defineCallback({
  type: "ValidatedCreateUsernameCallback",
  outputs: [
    { name: "policies", byDefault: {} },
    { name: "failedPolicies", byDefault: [] },
    { name: "validateOnly", byDefault: false },
    { name: "prompt", byDefault: "Username" },
    { name: "autocompleteValues", optional: true },
  ],
  inputs: [{ suffix: "", byDefault: "" }, validateOnlyInput],
});
