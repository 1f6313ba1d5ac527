import { appIntegrityCallback } from "./app-integrity-callback.js";
import { booleanAttributeInputCallback } from "./boolean-attribute-input-callback.js";
import { choiceCallback } from "./choice-callback.js";
import { confirmationCallback } from "./confirmation-callback.js";
import { consentMappingCallback } from "./consent-mapping-callback.js";
import type { CallbackType } from "./define-callback.js";
import { deviceBindingCallback } from "./device-binding-callback.js";
import { deviceProfileCallback } from "./device-profile-callback.js";
import { deviceSigningVerifierCallback } from "./device-signing-verifier-callback.js";
import { hiddenValueCallback } from "./hidden-value-callback.js";
import { idPCallback } from "./idp-callback.js";
import { kbaCreateCallback } from "./kba-create-callback.js";
import { languageCallback } from "./language-callback.js";
import { metadataCallback } from "./metadata-callback.js";
import { nameCallback } from "./name-callback.js";
import { numberAttributeInputCallback } from "./number-attribute-input-callback.js";
import { passwordCallback } from "./password-callback.js";
import { pingOneProtectEvaluationCallback } from "./pingone-protect-evaluation-callback.js";
import { pingOneProtectInitializeCallback } from "./pingone-protect-initialize-callback.js";
import { pollingWaitCallback } from "./polling-wait-callback.js";
import { reCaptchaCallback } from "./recaptcha-callback.js";
import { reCaptchaEnterpriseCallback } from "./recaptcha-enterprise-callback.js";
import { redirectCallback } from "./redirect-callback.js";
import { scriptTextOutputCallback } from "./script-text-output-callback.js";
import { selectIdPCallback } from "./select-idp-callback.js";
import { stringAttributeInputCallback } from "./string-attribute-input-callback.js";
import { suspendedTextOutputCallback } from "./suspended-text-output-callback.js";
import { termsAndConditionsCallback } from "./terms-and-conditions-callback.js";
import { textInputCallback } from "./text-input-callback.js";
import { textOutputCallback } from "./text-output-callback.js";
import { validatedCreatePasswordCallback } from "./validated-create-password-callback.js";
import { validatedCreateUsernameCallback } from "./validated-create-username-callback.js";

/**
 * Every callback type that the runtime can send, by name. `HttpCallback` and `X509CertificateCallback` are missing
 * because they cannot be sent as JSON: the endpoint answers them with status 400.
 */
export const callbackTypes: ReadonlyMap<string, CallbackType> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ [
    appIntegrityCallback,
    booleanAttributeInputCallback,
    choiceCallback,
    confirmationCallback,
    consentMappingCallback,
    deviceBindingCallback,
    deviceProfileCallback,
    deviceSigningVerifierCallback,
    hiddenValueCallback,
    idPCallback,
    kbaCreateCallback,
    languageCallback,
    metadataCallback,
    nameCallback,
    numberAttributeInputCallback,
    passwordCallback,
    pingOneProtectEvaluationCallback,
    pingOneProtectInitializeCallback,
    pollingWaitCallback,
    reCaptchaCallback,
    reCaptchaEnterpriseCallback,
    redirectCallback,
    scriptTextOutputCallback,
    selectIdPCallback,
    stringAttributeInputCallback,
    suspendedTextOutputCallback,
    termsAndConditionsCallback,
    textInputCallback,
    textOutputCallback,
    validatedCreatePasswordCallback,
    validatedCreateUsernameCallback,
  ].map((type) => [type.shape.type, type]),
);
