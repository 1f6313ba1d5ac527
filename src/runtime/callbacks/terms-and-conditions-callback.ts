import { defineCallback } from "./define-callback.js";

/** Shows the terms and conditions and asks whether the user accepts them. */
export const termsAndConditionsCallback = /* @__PURE__ */ defineCallback({
  type: "TermsAndConditionsCallback",
  outputs: [{ name: "version" }, { name: "terms" }, { name: "createDate" }],
  inputs: [{ suffix: "", byDefault: false }],
});
