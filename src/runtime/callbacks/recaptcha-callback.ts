import { defineCallback } from "./define-callback.js";

/** Asks for the token of a captcha. */
export const reCaptchaCallback = /* @__PURE__ */ defineCallback({
  type: "ReCaptchaCallback",
  outputs: [
    { name: "recaptchaSiteKey" },
    { name: "captchaApiUri", optional: true },
    { name: "captchaDivClass", optional: true },
    { name: "reCaptchaV3", optional: true },
    { name: "disableSubmission", optional: true },
  ],
  inputs: [{ suffix: "", byDefault: "" }],
});
