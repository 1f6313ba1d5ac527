import { defineCallback } from "./define-callback.js";

/** Shows terms and asks whether they are accepted. */
export const termsAndConditionsCallback = /* @__PURE__ */ defineCallback({
  type: "TermsAndConditionsCallback",
  outputs: [{ name: "version" }, { name: "terms" }, { name: "createDate" }],
  inputs: [{ suffix: "", byDefault: false }],
});
