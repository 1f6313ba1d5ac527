import type { PropertyCondition } from "../catalogue/node-type.js";

/** What several nodes of one journey must be set to, so that they work together. */
export interface Agreement {
  readonly code: "differing-settings" | "differing-oath-settings" | "differing-cookie-name";
  /** The types of the nodes that make something, such as a device or a cookie. */
  readonly makers: readonly string[];
  /** The types of the nodes that find what was made. */
  readonly users: readonly string[];
  readonly property: string;
  /** The name of the setting in the nodes that find what was made, where it is another one. */
  readonly usersProperty?: string;
  /** A setting by which the nodes belong together, such as the name of the cookie: only those with one value of it are compared. */
  readonly pairedBy?: string;
  /** Only names of ESVs are compared: what else stands there is a secret, or is not known. */
  readonly onlyEsvs?: boolean;
  /** Only values that are nearly the same are taken for two spellings of one: others may belong to something else. */
  readonly onlyMisspelt?: boolean;
  /** `same`: one value; `shared`: lists that have an entry in common. */
  readonly how: "same" | "shared";
  /** Nodes for which it does not hold are left out. */
  readonly when?: PropertyCondition;
  /** Whether it is enough that one of the users finds what is made: the others may find what another journey makes. */
  readonly oneIsEnough?: boolean;
  /** The setting of the same node whose addresses must belong to the value: where they do not, the value is the wrong one. */
  readonly addresses?: string;
  /** What comes of a difference, for the help. */
  readonly effect: string;
}

const oathMakers = ["OathRegistrationNode", "CombinedMultiFactorRegistrationNode"];
const timeCodes = { property: "algorithm", equals: "TOTP" };
const noRightCode = "Otherwise no code of the app is right.";

/** One line for each pair. Of the agreements with one code the first that is broken is told. */
export const agreements: readonly Agreement[] = [
  oath("algorithm"),
  // The settings of time mean nothing to counted codes.
  { ...oath("totpTimeInterval"), when: timeCodes },
  { ...oath("totpHashAlgorithm"), when: timeCodes },
  {
    code: "differing-cookie-name",
    makers: ["SetPersistentCookieNode"],
    users: ["PersistentCookieDecisionNode"],
    property: "persistentCookieName",
    how: "same",
    oneIsEnough: true,
    effect: "Otherwise the cookie is never found.",
  },
  {
    code: "differing-cookie-name",
    makers: ["SetCustomCookieNode"],
    users: ["CookiePresenceDecisionNode"],
    property: "name",
    usersProperty: "cookieName",
    how: "same",
    onlyMisspelt: true,
    effect: "Otherwise the cookie is never found.",
  },
  { ...persistentCookie("hmacSigningKey"), onlyEsvs: true },
  persistentCookie("hmacSigningKeySecretLabelIdentifier"),
  {
    code: "differing-settings",
    makers: ["DeviceBindingNode"],
    users: ["DeviceSigningVerifierNode"],
    property: "applicationIds",
    how: "shared",
    effect: "Otherwise no app that is bound here can sign.",
  },
  {
    code: "differing-settings",
    makers: ["WebAuthnRegistrationNode"],
    users: ["WebAuthnAuthenticationNode"],
    property: "relyingPartyDomain",
    how: "same",
    addresses: "origins",
    effect: "A passkey is found for the domain alone that it was made for.",
  },
  {
    code: "differing-settings",
    makers: ["TimerStartNode"],
    users: ["TimerStopNode"],
    property: "startTimeProperty",
    how: "same",
    effect: "Otherwise the time is not measured.",
  },
  {
    code: "differing-settings",
    makers: ["KountDataCollectorNode"],
    users: ["KountLoginNode"],
    property: "ddcDomainOption",
    usersProperty: "loginDomainOption",
    how: "same",
    effect: "One of Kount's environments does not know what the other one has collected.",
  },
  {
    code: "differing-settings",
    makers: ["VerifyAuthIdentifierNode"],
    users: ["VerifyAuthLookupNode", "VerifyAuthSenderNode", "VerifyAuthCollectorDecisionNode"],
    property: "identifierSharedState",
    how: "same",
    effect: "Otherwise it does not find whom the code is for.",
  },
  {
    code: "differing-settings",
    makers: ["RsaSecurIdInitialize"],
    users: ["RsaSecurIdVerify"],
    property: "baseUrl",
    how: "same",
    effect: "Another server does not know the attempt that was begun here.",
  },
  {
    code: "differing-settings",
    makers: ["FingerprintProfilerNode"],
    users: ["FingerprintResponseNode"],
    property: "visitorID",
    how: "same",
    effect: "Otherwise it does not find the visitor whose device was recognised.",
  },
];

function persistentCookie(property: string): Agreement {
  const [makers, users] = [["SetPersistentCookieNode"], ["PersistentCookieDecisionNode"]];
  const effect = "A cookie that is signed with another key is not accepted.";
  return { code: "differing-settings", makers, users, property, pairedBy: "persistentCookieName", how: "same", effect };
}

function oath(property: string): Agreement {
  const code = "differing-oath-settings";
  return { code, makers: oathMakers, users: ["OathTokenVerifierNode"], property, how: "same", effect: noRightCode };
}

/** What one node needs of another one's setting. */
export interface SettingNeed {
  readonly users: readonly string[];
  /** Users for which it does not hold need nothing. */
  readonly when?: PropertyCondition;
  /** Whether all users need it: what is made may be for those that do not. */
  readonly ofAll?: boolean;
  readonly makers: readonly string[];
  readonly property: string;
  readonly value: boolean;
  readonly effect: string;
}

const deviceProfile = ["DeviceProfileCollectorNode"];

export const needs: readonly SettingNeed[] = [
  {
    users: ["DeviceGeoFencingNode", "DeviceLocationMatchNode"],
    makers: deviceProfile,
    property: "deviceLocation",
    value: true,
    effect: "Otherwise the device is not asked for the location that is compared.",
  },
  {
    users: ["DeviceMatchNode", "DeviceTamperingVerificationNode"],
    when: { property: "useScript", equals: false, default: false },
    makers: deviceProfile,
    property: "deviceMetadata",
    value: true,
    effect: "Otherwise nothing is collected that can be compared.",
  },
  {
    users: ["WebAuthnAuthenticationNode"],
    when: { property: "requiresResidentKey", equals: true, default: false },
    ofAll: true,
    makers: ["WebAuthnRegistrationNode"],
    property: "requiresResidentKey",
    value: true,
    effect: "A passkey that the device does not keep with its user is not found without a user name.",
  },
];
