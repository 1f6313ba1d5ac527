import { defineCallback } from "./define-callback.js";

/** Asks for the token of a reCAPTCHA Enterprise check. */
export const reCaptchaEnterpriseCallback = /* @__PURE__ */ defineCallback({
  type: "ReCaptchaEnterpriseCallback",
  outputs: [
    { name: "recaptchaSiteKey" },
    { name: "captchaApiUri", optional: true },
    { name: "captchaDivClass", optional: true },
  ],
  inputs: [
    { suffix: "token", byDefault: "" },
    { suffix: "action", byDefault: "" },
    { suffix: "clientError", byDefault: "" },
    { suffix: "payload", byDefault: "" },
  ],
});
