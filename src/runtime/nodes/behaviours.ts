import type { NodeBehaviour } from "../node-behaviour.js";
import { acceptTermsAndConditionsNode } from "./accept-terms-and-conditions-node.js";
import { accountActiveDecisionNode } from "./account-active-decision-node.js";
import { accountLockoutNode } from "./account-lockout-node.js";
import { anonymousSessionUpgradeNode } from "./anonymous-session-upgrade-node.js";
import { anonymousUserNode } from "./anonymous-user-node.js";
import { attributeCollectorNode } from "./attribute-collector-node.js";
import { attributePresentDecisionNode } from "./attribute-present-decision-node.js";
import { attributeValueDecisionNode } from "./attribute-value-decision-node.js";
import { authLevelDecisionNode } from "./auth-level-decision-node.js";
import { choiceCollectorNode } from "./choice-collector-node.js";
import { configProviderNode } from "./config-provider-node.js";
import { consentNode } from "./consent-node.js";
import { cookiePresenceDecisionNode } from "./cookie-presence-decision-node.js";
import { createObjectNode } from "./create-object-node.js";
import { createPasswordNode } from "./create-password-node.js";
import { dataStoreDecisionNode } from "./data-store-decision-node.js";
import { debugNode } from "./debug-node.js";
import { deviceGeoFencingNode } from "./device-geo-fencing-node.js";
import { deviceLocationMatchNode } from "./device-location-match-node.js";
import { deviceMatchNode } from "./device-match-node.js";
import { deviceProfileCollectorNode } from "./device-profile-collector-node.js";
import { deviceSaveNode } from "./device-save-node.js";
import { deviceTamperingVerificationNode } from "./device-tampering-verification-node.js";
import { displayUserNameNode } from "./display-user-name-node.js";
import { emailSuspendNode } from "./email-suspend-node.js";
import { emailTemplateNode } from "./email-template-node.js";
import { flowControlNode } from "./flow-control-node.js";
import { getAuthenticatorAppNode } from "./get-authenticator-app-node.js";
import { identifyExistingUserNode } from "./identify-existing-user-node.js";
import { identityStoreDecisionNode } from "./identity-store-decision-node.js";
import { incrementLoginCountNode } from "./increment-login-count-node.js";
import { kbaCreateNode } from "./kba-create-node.js";
import { kbaDecisionNode } from "./kba-decision-node.js";
import { kbaVerifyNode } from "./kba-verify-node.js";
import { ldapDecisionNode } from "./ldap-decision-node.js";
import { loginCountDecisionNode } from "./login-count-decision-node.js";
import { messageNode } from "./message-node.js";
import { metadataNode } from "./metadata-node.js";
import { meterNode } from "./meter-node.js";
import { modifyAuthLevelNode } from "./modify-auth-level-node.js";
import { multiFactorRegistrationOptionsNode } from "./multi-factor-registration-options-node.js";
import { oathDeviceStorageNode } from "./oath-device-storage-node.js";
import { oathRegistrationNode } from "./oath-registration-node.js";
import { oathTokenVerifierNode } from "./oath-token-verifier-node.js";
import { oneTimePasswordCollectorDecisionNode } from "./one-time-password-collector-decision-node.js";
import { oneTimePasswordGeneratorNode } from "./one-time-password-generator-node.js";
import { oneTimePasswordSmsSenderNode } from "./one-time-password-sms-sender-node.js";
import { oneTimePasswordSmtpSenderNode } from "./one-time-password-smtp-sender-node.js";
import { optOutMultiFactorAuthenticationNode } from "./opt-out-multi-factor-authentication-node.js";
import { passwordCollectorNode } from "./password-collector-node.js";
import { patchObjectNode } from "./patch-object-node.js";
import { persistentCookieDecisionNode } from "./persistent-cookie-decision-node.js";
import { pollingWaitNode } from "./polling-wait-node.js";
import { profileCompletenessDecisionNode } from "./profile-completeness-decision-node.js";
import { queryFilterDecisionNode } from "./query-filter-decision-node.js";
import { queryParameterNode } from "./query-parameter-node.js";
import { recoveryCodeCollectorDecisionNode } from "./recovery-code-collector-decision-node.js";
import { recoveryCodeDisplayNode } from "./recovery-code-display-node.js";
import { registerLogoutWebhookNode } from "./register-logout-webhook-node.js";
import { removeSessionPropertiesNode } from "./remove-session-properties-node.js";
import { requestHeaderNode } from "./request-header-node.js";
import { requiredAttributesDecisionNode } from "./required-attributes-decision-node.js";
import { retryLimitDecisionNode } from "./retry-limit-decision-node.js";
import { scriptedDecisionNode } from "./scripted-decision-node.js";
import { selectIdPNode } from "./select-id-p-node.js";
import { sessionDataNode } from "./session-data-node.js";
import { setCustomCookieNode } from "./set-custom-cookie-node.js";
import { setErrorDetailsNode } from "./set-error-details-node.js";
import { setFailureDetailsNode } from "./set-failure-details-node.js";
import { setFailureUrlNode } from "./set-failure-url-node.js";
import { setLogoutDetailsNode } from "./set-logout-details-node.js";
import { setPersistentCookieNode } from "./set-persistent-cookie-node.js";
import { setSessionPropertiesNode } from "./set-session-properties-node.js";
import { setStateNode } from "./set-state-node.js";
import { setSuccessDetailsNode } from "./set-success-details-node.js";
import { setSuccessUrlNode } from "./set-success-url-node.js";
import { termsAndConditionsDecisionNode } from "./terms-and-conditions-decision-node.js";
import { timeSinceDecisionNode } from "./time-since-decision-node.js";
import { timerStartNode } from "./timer-start-node.js";
import { timerStopNode } from "./timer-stop-node.js";
import { updateJourneyTimeoutNode } from "./update-journey-timeout-node.js";
import { usernameCollectorNode } from "./username-collector-node.js";
import { validatedPasswordNode } from "./validated-password-node.js";
import { validatedUsernameNode } from "./validated-username-node.js";
import { zeroPageLoginNode } from "./zero-page-login-node.js";

/**
 * The behaviours of all node types that the simulation can run, by type id. Page nodes and inner journeys are missing
 * because the engine runs them itself.
 */
export const behaviours: ReadonlyMap<string, NodeBehaviour> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ [
    acceptTermsAndConditionsNode,
    accountActiveDecisionNode,
    accountLockoutNode,
    anonymousSessionUpgradeNode,
    anonymousUserNode,
    attributeCollectorNode,
    attributePresentDecisionNode,
    attributeValueDecisionNode,
    authLevelDecisionNode,
    choiceCollectorNode,
    configProviderNode,
    consentNode,
    cookiePresenceDecisionNode,
    createObjectNode,
    createPasswordNode,
    dataStoreDecisionNode,
    debugNode,
    deviceGeoFencingNode,
    deviceLocationMatchNode,
    deviceMatchNode,
    deviceProfileCollectorNode,
    deviceSaveNode,
    deviceTamperingVerificationNode,
    displayUserNameNode,
    emailSuspendNode,
    emailTemplateNode,
    flowControlNode,
    getAuthenticatorAppNode,
    identifyExistingUserNode,
    identityStoreDecisionNode,
    incrementLoginCountNode,
    kbaCreateNode,
    kbaDecisionNode,
    kbaVerifyNode,
    ldapDecisionNode,
    loginCountDecisionNode,
    messageNode,
    metadataNode,
    meterNode,
    modifyAuthLevelNode,
    multiFactorRegistrationOptionsNode,
    oathDeviceStorageNode,
    oathRegistrationNode,
    oathTokenVerifierNode,
    oneTimePasswordCollectorDecisionNode,
    oneTimePasswordGeneratorNode,
    oneTimePasswordSmsSenderNode,
    oneTimePasswordSmtpSenderNode,
    optOutMultiFactorAuthenticationNode,
    passwordCollectorNode,
    patchObjectNode,
    persistentCookieDecisionNode,
    pollingWaitNode,
    profileCompletenessDecisionNode,
    queryFilterDecisionNode,
    queryParameterNode,
    recoveryCodeCollectorDecisionNode,
    recoveryCodeDisplayNode,
    registerLogoutWebhookNode,
    removeSessionPropertiesNode,
    requestHeaderNode,
    requiredAttributesDecisionNode,
    retryLimitDecisionNode,
    scriptedDecisionNode,
    selectIdPNode,
    sessionDataNode,
    setCustomCookieNode,
    setErrorDetailsNode,
    setFailureDetailsNode,
    setFailureUrlNode,
    setLogoutDetailsNode,
    setPersistentCookieNode,
    setSessionPropertiesNode,
    setStateNode,
    setSuccessDetailsNode,
    setSuccessUrlNode,
    termsAndConditionsDecisionNode,
    timeSinceDecisionNode,
    timerStartNode,
    timerStopNode,
    updateJourneyTimeoutNode,
    usernameCollectorNode,
    validatedPasswordNode,
    validatedUsernameNode,
    zeroPageLoginNode,
  ].map((behaviour) => [behaviour.type, behaviour]),
);
