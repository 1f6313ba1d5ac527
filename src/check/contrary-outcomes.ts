import type { JourneyNode } from "../model/model.js";
import { hasRole } from "./node-behaviour.js";

/** An outcome that contradicts where it leads, when only another outcome of the node should lead there. */
export interface ContraryOutcome {
  readonly types: readonly string[];
  readonly outcome: string;
  /** The outcome that should lead there; none where no outcome should. */
  readonly other?: string;
  /** Whether the other outcome must lead to success, so that nothing but the exchange explains it. */
  readonly otherSucceeds?: true;
  /** What the outcome says, behind "says that". */
  readonly says: string;
  /** Whether nodes between the two do not matter. */
  readonly anywhere?: true;
  /** The remedy, where it is not to exchange the two. */
  readonly help?: string;
  /** What the node that it leads to does, behind "leads to … ,". */
  readonly does: string;
  /** The nodes in question; `success`: that end. */
  readonly to: "success" | ((target: JourneyNode, decider: JourneyNode) => boolean);
}

const asksFactor = (node: JourneyNode) => hasRole(node, "checks-credential");

/** A node of a type, or a page with one. */
const is =
  (...types: readonly string[]) =>
  ({ typeId, children }: JourneyNode) =>
    types.includes(typeId) || children.some((child) => types.includes(child.typeId));

const collects = (node: JourneyNode) => is("AttributeCollectorNode")(node);

const collectsSame = ({ typeId, properties, children }: JourneyNode, decider: JourneyNode): boolean => {
  const attribute = decider.properties.get("presentAttribute")?.value;
  const list = properties.get("attributesToCollect")?.value;
  if (typeId === "AttributeCollectorNode") return Array.isArray(list) && list.includes(attribute ?? null);
  return children.some((child) => collectsSame(child, decider));
};

/**
 * Outcomes by their meaning in the platform's documentation, each with a place where it cannot have been meant to lead. Rules about
 * proofs and failures tell of those that let somebody in, or turn away who has passed.
 */
export const contraryOutcomes: readonly ContraryOutcome[] = [
  {
    types: ["AttributePresentDecisionNode"],
    outcome: "true",
    other: "false",
    says: "the attribute is there",
    does: "which asks for it",
    to: collectsSame,
  },
  {
    types: ["ProfileCompletenessDecisionNode"],
    outcome: "true",
    other: "false",
    says: "the profile is complete enough",
    does: "which asks for more",
    to: collects,
  },
  {
    types: ["RequiredAttributesDecisionNode"],
    outcome: "true",
    other: "false",
    says: "all required attributes are there",
    does: "which asks for more",
    to: collects,
  },
  {
    types: ["IdentifyExistingUserNode"],
    outcome: "true",
    other: "false",
    says: "there is an account",
    does: "which makes one",
    anywhere: true,
    to: is("CreateObjectNode"),
  },
  {
    types: ["IdentifyExistingUserNode"],
    outcome: "false",
    other: "true",
    says: "there is no account",
    does: "which changes one",
    anywhere: true,
    to: is("PatchObjectNode"),
  },
  {
    types: ["SocialProviderHandlerNode", "SocialProviderHandlerNodeV2"],
    outcome: "ACCOUNT_EXISTS",
    other: "NO_ACCOUNT",
    says: "there is an account",
    does: "which makes one",
    anywhere: true,
    to: is("CreateObjectNode"),
  },
  {
    types: ["PersistentCookieDecisionNode"],
    outcome: "true",
    other: "false",
    says: "the cookie tells who the user is",
    does: "which asks for the password",
    to: is("PasswordCollectorNode", "ValidatedPasswordNode"),
  },
  {
    types: ["PollingWaitNode", "PushWaitNode"],
    outcome: "EXITED",
    other: "DONE",
    says: "the user has broken off the wait",
    does: "which looks for the answer to the push",
    to: is("PushResultVerifierNode"),
  },
  {
    types: ["PushResultVerifierNode"],
    outcome: "WAITING",
    says: "the user has not answered yet",
    does: "which sends another push each time",
    help: "Lead it to the node that waits for the answer.",
    to: is("PushAuthenticationSenderNode"),
  },
  {
    types: ["KbaDecisionNode"],
    outcome: "true",
    other: "false",
    says: "the user has security questions",
    does: "which asks for new ones",
    to: is("KbaCreateNode"),
  },
  {
    types: ["KbaDecisionNode"],
    outcome: "false",
    other: "true",
    says: "the user lacks security questions",
    does: "which asks them",
    to: is("KbaVerifyNode"),
  },
  {
    types: ["TermsAndConditionsDecisionNode"],
    outcome: "true",
    other: "false",
    says: "the user has accepted the latest terms",
    does: "which asks to accept them",
    to: is("AcceptTermsAndConditionsNode"),
  },
  {
    types: ["AuthLevelDecisionNode"],
    outcome: "true",
    other: "false",
    otherSucceeds: true,
    says: "the authentication level is high enough",
    does: "which checks the user once more",
    anywhere: true,
    to: asksFactor,
  },
  {
    types: ["DeviceGeoFencingNode", "DeviceLocationMatchNode", "DeviceMatchNode"],
    outcome: "true",
    other: "false",
    otherSucceeds: true,
    says: "the device is as expected",
    does: "which checks the user once more",
    anywhere: true,
    to: asksFactor,
  },
  {
    types: ["AccountActiveDecisionNode"],
    outcome: "false",
    other: "true",
    says: "the account is locked or inactive",
    anywhere: true,
    does: "and on to success",
    to: "success",
  },
  {
    types: ["PolicyDecisionNode"],
    outcome: "false",
    other: "true",
    says: "no policy allows it",
    anywhere: true,
    does: "and on to success",
    to: "success",
  },
  {
    types: ["DeviceTamperingVerificationNode"],
    outcome: "false",
    other: "true",
    says: "the device may be tampered with",
    anywhere: true,
    does: "and on to success",
    to: "success",
  },
  {
    types: ["DeviceGeoFencingNode"],
    outcome: "false",
    other: "true",
    says: "the device is somewhere else",
    anywhere: true,
    does: "and on to success",
    to: "success",
  },
  {
    types: ["RetryLimitDecisionNode"],
    outcome: "Reject",
    says: "the user has failed too often",
    does: "as if all were well",
    help: "Lead it to failure, or to what locks the account.",
    to: "success",
  },
  {
    types: ["SelectIdPNode"],
    outcome: "localAuthentication",
    other: "socialAuthentication",
    says: "the user has chosen no provider",
    does: "which goes to one",
    to: is("SocialProviderHandlerNode", "SocialProviderHandlerNodeV2"),
  },
  {
    types: ["MultiFactorRegistrationOptionsNode"],
    outcome: "getAppOutcome",
    other: "registerOutcome",
    says: "the user lacks the app",
    does: "which registers a device",
    to: is("OathRegistrationNode", "PushRegistrationNode", "WebAuthnRegistrationNode"),
  },
  {
    types: ["OathTokenVerifierNode"],
    outcome: "successOutcome",
    other: "notRegisteredOutcome",
    says: "the user has a registered device",
    does: "which registers one",
    to: is("OathRegistrationNode"),
  },
  {
    types: ["WebAuthnAuthenticationNode"],
    outcome: "success",
    other: "noDevice",
    says: "the user has a registered device",
    does: "which registers one",
    to: is("WebAuthnRegistrationNode"),
  },
  {
    types: ["PushAuthenticationSenderNode"],
    outcome: "SENT",
    other: "NOT_REGISTERED",
    says: "the user has a registered device",
    does: "which registers one",
    to: is("PushRegistrationNode"),
  },
];

/** Outcomes of nodes with the nodes that come next as a rule, beside those above. */
const usualWays: readonly {
  readonly type: string;
  readonly outcome: string;
  readonly to: (node: JourneyNode) => boolean;
}[] = [
  { type: "PushAuthenticationSenderNode", outcome: "SENT", to: is("PushWaitNode", "PollingWaitNode") },
  { type: "RetryLimitDecisionNode", outcome: "Reject", to: is("AccountLockoutNode") },
  {
    type: "OneTimePasswordGeneratorNode",
    outcome: "outcome",
    to: is("OneTimePasswordSmtpSenderNode", "OneTimePasswordSmsSenderNode"),
  },
  { type: "OneTimePasswordSmtpSenderNode", outcome: "outcome", to: is("OneTimePasswordCollectorDecisionNode") },
  { type: "OneTimePasswordSmsSenderNode", outcome: "outcome", to: is("OneTimePasswordCollectorDecisionNode") },
];

/** Whether an outcome of a node leads to nodes like another one as a rule. */
export function leadsAsRule(from: JourneyNode, outcome: string, to: JourneyNode): boolean {
  if (usualWays.some((way) => way.type === from.typeId && way.outcome === outcome && way.to(to))) return true;
  return contraryOutcomes.some(
    (each) => each.other === outcome && each.types.includes(from.typeId) && each.to !== "success" && each.to(to, from),
  );
}
