import { expect, test } from "vitest";
import { checkTexts } from "../../support/check-text.js";
import { asksForCredentials } from "../../support/login-texts.js";

const found = (rest: string) =>
  checkTexts(`${asksForCredentials}node Check: DataStoreDecision { true -> Step false -> failure }\n${rest}\n}`)
    .filter(({ code }) => code === "differing-settings")
    .map(({ message }) => message);

const ends = "failure, Unsupported, Abort, Timeout -> failure";
const phone = (bound: string, asked: string) =>
  `node Step: DeviceSigningVerifier { applicationIds: ${asked} success -> success noDeviceRegistered, keyNotFound -> Bind ClientNotRegistered, ${ends} }
  node Bind: DeviceBinding { applicationIds: ${bound} success -> Step ${ends} }`;
const timer = (key: string, other: string) =>
  `node Step: TimerStart { ${key} -> Stop } node Stop: TimerStop { metricKey: "a" ${other} -> success }`;
const place = (first: string, second: string) =>
  `node Step: DeviceProfileCollector { ${first} -> More } node More: DeviceProfileCollector { ${second} -> Near }
  node Near: DeviceGeoFencing { locations: ["47.3,8.5"] true -> success false -> failure }`;
const lost = (outcome: string, kind: string) =>
  `node Step: WebAuthnAuthentication { isRecoveryCodeAllowed: true success -> success unsupported, noDevice -> Code
    failure, error -> failure recoveryCode -> ${outcome} }
  node Code: OathTokenVerifier { isRecoveryCodeAllowed: true successOutcome -> success failureOutcome, notRegisteredOutcome -> failure
    recoveryCodeOutcome -> Other }
  node Spare: RecoveryCodeCollectorDecision { recoveryCodeType: "${kind}" true -> success false -> failure }
  node Other: RecoveryCodeCollectorDecision { recoveryCodeType: "OATH" true -> success false -> failure }`;

test("settings that do not fit are told at the node that stands alone", () => {
  expect(found(phone('["com.example.a"]', '["com.example.b"]'))).toEqual([
    '"applicationIds" of node "Step" is ["com.example.b"], and node "Bind" has ["com.example.a"]',
  ]);
  expect(found(timer('startTimeProperty: "a"', ""))).toEqual([
    '"startTimeProperty" of node "Stop" is "TimerNodeStartTime", and node "Step" has "a"',
  ]);
  expect(found(timer("", 'startTimeProperty: "a"'))).toEqual([
    '"startTimeProperty" of node "Step" is "TimerNodeStartTime", and node "Stop" has "a"',
  ]);
  expect(found(place("", "deviceLocation: false"))).toEqual([
    '"deviceLocation" of node "Step" is false, and node "Near" needs true',
  ]);
  expect(found(lost("Spare", "OATH"))).toEqual([
    '"recoveryCodeType" of node "Spare" is "OATH", and node "Step" has codes of "WEB_AUTHN"',
  ]);
});

test("lists with an entry in common, one node of several that collects, unknown values and other kinds of devices fit", () => {
  expect(found(phone('["com.example.a"]', '["com.example.b", "com.example.a"]'))).toEqual([]);
  expect(found(phone('["com.example.a"]', '["&{esv.app}"]'))).toEqual([]);
  expect(found(timer('startTimeProperty: "&{esv.key}"', ""))).toEqual([]);
  expect(found(timer("", ""))).toEqual([]);
  expect(found(place("", "deviceLocation: true"))).toEqual([]);
  expect(found(lost("Spare", "WEB_AUTHN"))).toEqual([]);
});

test("a persistent cookie is checked with the key that it was signed with", () => {
  const cookie = (set: string, read: string) =>
    found(`node Step: SetPersistentCookie { ${set}\n -> Known }
  node Known: PersistentCookieDecision { ${read}\n true -> success false -> failure }`);
  const key = (name: string) => `hmacSigningKey: "&{esv.${name}.key}"`;
  expect(cookie(key("cookie"), key("cokie"))).toEqual([
    '"hmacSigningKey" of node "Known" is "&{esv.cokie.key}", and node "Step" has "&{esv.cookie.key}"',
  ]);
  expect(
    cookie('hmacSigningKeySecretLabelIdentifier: "cookies"', 'hmacSigningKeySecretLabelIdentifier: "cookie"'),
  ).toHaveLength(1);
  expect(cookie(key("cookie"), key("cookie"))).toEqual([]);
  // Cookies of two names may have two keys, and a secret is neither compared nor shown.
  expect(cookie(`${key("a")}\n persistentCookieName: "one"`, `${key("b")}\n persistentCookieName: "two"`)).toEqual([]);
  expect(cookie('hmacSigningKey: "c2VjcmV0"', 'hmacSigningKey: "c2VjcmV1"')).toEqual([]);
  expect(cookie(key("a"), "")).toEqual([]);
});

test("passkeys that are to be found without a user name are kept with their user", () => {
  const passkeys = (registered: string, asked: string, other = "") =>
    found(`node Step: WebAuthnAuthentication { requiresResidentKey: ${asked} success -> success noDevice -> New unsupported, failure, error -> ${other === "" ? "failure" : "Other"} }
  ${other}
  node New: WebAuthnRegistration { requiresResidentKey: ${registered} success -> success unsupported, failure, error -> failure }`);
  expect(passkeys("false", "true")).toEqual([
    '"requiresResidentKey" of node "New" is false, and node "Step" needs true',
  ]);
  expect(passkeys("true", "true")).toEqual([]);
  expect(passkeys("false", "false")).toEqual([]);
  // The registration may be for the other one.
  const second =
    "node Other: WebAuthnAuthentication { requiresResidentKey: false success -> success unsupported, noDevice, failure, error -> failure }";
  expect(passkeys("false", "true", second)).toEqual([]);
});

test("a name that no account may have is no name to sign on with", () => {
  const signOn = (validate: boolean, next: string) =>
    checkTexts(`journey Shop {
  start -> Ask

  page Ask {
    node Name: ValidatedUsername { validateInput: ${validate} }
    node Password: ValidatedPassword

    -> ${next}
  }

  node Check: DataStoreDecision { true -> success false -> failure }

  node Create: CreateObject { CREATED -> Check FAILURE -> failure }
}`)
      .filter(({ code }) => code === "differing-settings")
      .map(({ message }) => message);
  expect(signOn(true, "Check")).toEqual([
    '"validateInput" of node "Ask.Name" is true, and node "Check" checks the password of a name that exists',
  ]);
  expect(signOn(false, "Check")).toEqual([]);
  expect(signOn(true, "Create")).toEqual([]);
});
