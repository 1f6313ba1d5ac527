import type { Rule } from "../rule.js";
import { accountExistenceRevealed } from "./account-existence-revealed.js";
import { askedTwice } from "./asked-twice.js";
import { brokenHtml } from "./broken-html.js";
import { brokenQueryFilter } from "./broken-query-filter.js";
import { brokenScript } from "./broken-script.js";
import { brokenStage } from "./broken-stage.js";
import { childWithoutOutcome } from "./child-without-outcome.js";
import { clashingJourney } from "./clashing-journey.js";
import { codeCheckedTwice } from "./code-checked-twice.js";
import { codeNotSent } from "./code-not-sent.js";
import { codeShown } from "./code-shown.js";
import { conditionAssigned } from "./condition-assigned.js";
import { constInLoop } from "./const-in-loop.js";
import { constantAssigned } from "./constant-assigned.js";
import { contraryOutcome } from "./contrary-outcome.js";
import { credentialExposed } from "./credential-exposed.js";
import { danglingConnection } from "./dangling-connection.js";
import { debugNode } from "./debug-node.js";
import { deprecatedNodeType } from "./deprecated-node-type.js";
import { deprecatedProperty } from "./deprecated-property.js";
import { differentScripts } from "./different-scripts.js";
import { differingCookieName } from "./differing-cookie-name.js";
import { differingIdentityResource } from "./differing-identity-resource.js";
import { differingOathSettings } from "./differing-oath-settings.js";
import { differingSettings } from "./differing-settings.js";
import { disabledInnerJourney } from "./disabled-inner-journey.js";
import { disagreeingType } from "./disagreeing-type.js";
import { disagreeingVersion } from "./disagreeing-version.js";
import { emptyPage } from "./empty-page.js";
import { emptyText } from "./empty-text.js";
import { equalSettings } from "./equal-settings.js";
import { expiresAtOnce } from "./expires-at-once.js";
import { failureGoesOn } from "./failure-goes-on.js";
import { htmlNotShown } from "./html-not-shown.js";
import { impossibleExpectation } from "./impossible-expectation.js";
import { impossibleInnerOutcome } from "./impossible-inner-outcome.js";
import { insecureRedirect } from "./insecure-redirect.js";
import { loopWithoutQuestion } from "./loop-without-question.js";
import { looseLimit } from "./loose-limit.js";
import { malformedAddress } from "./malformed-address.js";
import { managedUserInCloud } from "./managed-user-in-cloud.js";
import { metadataDecidesPage } from "./metadata-decides-page.js";
import { missingBody } from "./missing-body.js";
import { missingLocale } from "./missing-locale.js";
import { missingProperty } from "./missing-property.js";
import { missingReference } from "./missing-reference.js";
import { misspeltAttribute } from "./misspelt-attribute.js";
import { misspeltEsv } from "./misspelt-esv.js";
import { misspeltIdentityResource } from "./misspelt-identity-resource.js";
import { misspeltNodeType } from "./misspelt-node-type.js";
import { misspeltStateKey } from "./misspelt-state-key.js";
import { newPasswordNotChecked } from "./new-password-not-checked.js";
import { noRecoveryCodes } from "./no-recovery-codes.js";
import { noWayOut } from "./no-way-out.js";
import { nodeInTwoJourneys } from "./node-in-two-journeys.js";
import { nothingToSave } from "./nothing-to-save.js";
import { openRedirect } from "./open-redirect.js";
import { optionalMandatoryAttribute } from "./optional-mandatory-attribute.js";
import { orphanBody } from "./orphan-body.js";
import { otherTypesName } from "./other-types-name.js";
import { outcomeNeverChosen } from "./outcome-never-chosen.js";
import { pageWithoutQuestion } from "./page-without-question.js";
import { patchAsObject } from "./patch-as-object.js";
import { propertyOfAnotherVersion } from "./property-of-another-version.js";
import { recoveryCodesNotShown } from "./recovery-codes-not-shown.js";
import { recursiveInnerJourney } from "./recursive-inner-journey.js";
import { refutedForbid } from "./refuted-forbid.js";
import { refutedRequire } from "./refuted-require.js";
import { retryLimitWithoutEffect } from "./retry-limit-without-effect.js";
import { sameTitle } from "./same-title.js";
import { scriptFunctionMissing } from "./script-function-missing.js";
import { scriptOutcomeNotListed } from "./script-outcome-not-listed.js";
import { scriptStateNeverWritten } from "./script-state-never-written.js";
import { scriptSyntaxRefused } from "./script-syntax-refused.js";
import { scriptWithoutOutcome } from "./script-without-outcome.js";
import { secretInPlain } from "./secret-in-plain.js";
import { secretInScript } from "./secret-in-script.js";
import { sessionPropertiesWithoutSession } from "./session-properties-without-session.js";
import { severalDecidingChildren } from "./several-deciding-children.js";
import { sharedNode } from "./shared-node.js";
import { silentPageChild } from "./silent-page-child.js";
import { staleConnection } from "./stale-connection.js";
import { staleEntry } from "./stale-entry.js";
import { stalePageOutcomes } from "./stale-page-outcomes.js";
import { stateNeverWritten } from "./state-never-written.js";
import { stateNotOnEveryPath } from "./state-not-on-every-path.js";
import { stepWithoutEffect } from "./step-without-effect.js";
import { successFails } from "./success-fails.js";
import { successWithoutCredential } from "./success-without-credential.js";
import { templateWithoutLink } from "./template-without-link.js";
import { templateWithoutLocale } from "./template-without-locale.js";
import { transientStateLost } from "./transient-state-lost.js";
import { typeNotInCloud } from "./type-not-in-cloud.js";
import { unconnectedOutcome } from "./unconnected-outcome.js";
import { undeclaredStateInput } from "./undeclared-state-input.js";
import { unencryptedRequest } from "./unencrypted-request.js";
import { unknownInnerJourney } from "./unknown-inner-journey.js";
import { unknownLibrary } from "./unknown-library.js";
import { unknownNodeVersion } from "./unknown-node-version.js";
import { unknownPlaceholder } from "./unknown-placeholder.js";
import { unknownScriptMethod } from "./unknown-script-method.js";
import { unlimitedRetry } from "./unlimited-retry.js";
import { unprotectedCookie } from "./unprotected-cookie.js";
import { unreachableNode } from "./unreachable-node.js";
import { unsetScript } from "./unset-script.js";
import { unusedInnerJourney } from "./unused-inner-journey.js";
import { unusedResource } from "./unused-resource.js";
import { unusedScript } from "./unused-script.js";
import { urlWithoutEffect } from "./url-without-effect.js";
import { usedBeforeCreated } from "./used-before-created.js";
import { uselessSettings } from "./useless-settings.js";
import { usernameShown } from "./username-shown.js";
import { valueOfAnotherRealm } from "./value-of-another-realm.js";
import { writeWithoutProof } from "./write-without-proof.js";
import { wrongChoice } from "./wrong-choice.js";
import { wrongScriptContext } from "./wrong-script-context.js";

/** All rules in the order in which their findings read best: first what breaks a journey, then what surprises. */
export const rules: readonly Rule[] = [
  // wiring
  staleEntry,
  danglingConnection,
  unconnectedOutcome,
  staleConnection,
  unreachableNode,
  noWayOut,
  loopWithoutQuestion,
  unlimitedRetry,
  retryLimitWithoutEffect,
  failureGoesOn,
  successFails,
  missingBody,
  orphanBody,
  sharedNode,
  sameTitle,
  otherTypesName,
  // proofs
  refutedRequire,
  refutedForbid,
  // pages
  emptyPage,
  severalDecidingChildren,
  stalePageOutcomes,
  childWithoutOutcome,
  metadataDecidesPage,
  silentPageChild,
  pageWithoutQuestion,
  // nodes
  missingProperty,
  unsetScript,
  missingReference,
  misspeltNodeType,
  disagreeingType,
  disagreeingVersion,
  propertyOfAnotherVersion,
  deprecatedNodeType,
  deprecatedProperty,
  valueOfAnotherRealm,
  differingIdentityResource,
  managedUserInCloud,
  typeNotInCloud,
  misspeltIdentityResource,
  misspeltEsv,
  misspeltAttribute,
  wrongChoice,
  expiresAtOnce,
  looseLimit,
  malformedAddress,
  differingOathSettings,
  differingSettings,
  equalSettings,
  uselessSettings,
  urlWithoutEffect,
  askedTwice,
  recoveryCodesNotShown,
  noRecoveryCodes,
  differingCookieName,
  nothingToSave,
  usedBeforeCreated,
  newPasswordNotChecked,
  optionalMandatoryAttribute,
  brokenQueryFilter,
  sessionPropertiesWithoutSession,
  unusedScript,
  unusedResource,
  // scripts
  brokenScript,
  brokenStage,
  scriptSyntaxRefused,
  scriptFunctionMissing,
  conditionAssigned,
  constInLoop,
  constantAssigned,
  scriptOutcomeNotListed,
  scriptWithoutOutcome,
  outcomeNeverChosen,
  wrongScriptContext,
  unknownLibrary,
  unknownScriptMethod,
  // node state
  stateNeverWritten,
  transientStateLost,
  undeclaredStateInput,
  stateNotOnEveryPath,
  scriptStateNeverWritten,
  misspeltStateKey,
  // security
  writeWithoutProof,
  successWithoutCredential,
  accountExistenceRevealed,
  usernameShown,
  patchAsObject,
  codeNotSent,
  codeCheckedTwice,
  codeShown,
  secretInPlain,
  secretInScript,
  contraryOutcome,
  credentialExposed,
  unencryptedRequest,
  debugNode,
  openRedirect,
  insecureRedirect,
  unprotectedCookie,
  // texts
  missingLocale,
  htmlNotShown,
  brokenHtml,
  unknownNodeVersion,
  unknownPlaceholder,
  emptyText,
  templateWithoutLink,
  templateWithoutLocale,
  // journeys together
  clashingJourney,
  recursiveInnerJourney,
  disabledInnerJourney,
  unknownInnerJourney,
  impossibleInnerOutcome,
  unusedInnerJourney,
  differentScripts,
  nodeInTwoJourneys,
  // scenarios
  stepWithoutEffect,
  impossibleExpectation,
];
