import { expect, test } from "vitest";
import { checkTexts, messagesOf } from "../../support/check-text.js";
import { asksForCredentials } from "../../support/login-texts.js";

const login = (rest: string) => messagesOf("failure-goes-on", `${asksForCredentials}${rest}}`);

test("a check whose failure leads where its success does, or to success, has no effect", () => {
  expect(
    login('node Check: DataStoreDecision { true, false -> Count } node Count: Meter { metricKey: "m" -> success }'),
  ).toEqual(['Outcome "false" of node "Check" leads where "true" does']);
  expect(
    login(`node Check: OathTokenVerifier {
    successOutcome -> Count
    failureOutcome -> success
    notRegisteredOutcome -> failure
  }
  node Count: Meter { metricKey: "m" -> success }`),
  ).toEqual(['Outcome "failureOutcome" of node "Check" leads to success']);
});

test("what follows from it is not reported beside it", () => {
  const text = `${asksForCredentials}node Check: DataStoreDecision { true, false -> success }}`;
  expect(checkTexts(text).map(({ code }) => code)).toEqual(["failure-goes-on"]);
});

test("outcomes that share an arrow are told at once, and a rule that is broken by it is not told beside it", () => {
  const text = `${asksForCredentials}node Check: IdentityStoreDecision {
    TRUE -> Count
    FALSE -> failure
    EXPIRED -> failure
    LOCKED, CANCELLED -> Count
  }
  node Count: Meter { metricKey: "m" -> Key }
  node Key: WebAuthnAuthentication { success, failure, error -> success noDevice, unsupported -> failure }
  require Check.TRUE before Count
}`;
  expect(checkTexts(text).map(({ code, message, severity }) => [code, message, severity])).toEqual([
    ["failure-goes-on", 'Outcome "LOCKED" of node "Check" leads where "TRUE" does', "error"],
    ["failure-goes-on", 'Outcomes "failure", "error" of node "Key" lead where "success" does', "warning"],
  ]);
});

test("the check of a page is judged like any other", () => {
  const text = `journey Login {
  start -> Ask
  page Ask {
    node Code: OneTimePasswordCollectorDecision
    true, false -> success
  }
}`;
  expect(messagesOf("failure-goes-on", text)).toEqual(['Outcome "false" of node "Ask" leads where "true" does']);
});

test("other outcomes, a lookup, a remembered cookie, an inner journey and failure for both are no such mistake", () => {
  for (const rest of [
    "node Check: IdentityStoreDecision { TRUE, EXPIRED -> success FALSE, LOCKED, CANCELLED -> failure }",
    'node Check: IdentifyExistingUser { identityAttribute: "userName" true, false -> Mail } node Mail: Meter { metricKey: "m" -> failure }',
    "node Check: PersistentCookieDecision { true, false -> success }",
    'node Check: InnerTreeEvaluator { tree: "Other" true, false -> success }',
    "node Check: DataStoreDecision { true, false -> failure }",
  ]) {
    expect(login(rest)).toEqual([]);
  }
});

const saves = (question: string) => `journey Profile {
  start -> Who
  node Who: SessionData { sessionDataKey: "UserToken" sharedStateKey: "userName" -> Ask }
  page Ask { ${question} -> Save }
  node Save: PatchObject { PATCHED, FAILURE -> success }
}`;

test("what a user has typed to be saved is not saved in silence", () => {
  for (const question of [
    'node Attributes: AttributeCollector { attributesToCollect: ["city"] }',
    "node New: ValidatedPassword { validateInput: true }",
  ]) {
    expect(messagesOf("failure-goes-on", saves(question))).toEqual([
      'Outcome "FAILURE" of node "Save" leads where "PATCHED" does',
    ]);
  }
  expect(
    messagesOf(
      "failure-goes-on",
      "journey Register { start -> Make node Make: CreateObject { CREATED -> Next FAILURE -> success } node Next: UsernameCollector { -> failure } }",
    ),
  ).toEqual(['Outcome "FAILURE" of node "Make" leads to success']);
});

test("outcomes with each other's targets are told once, with both", () => {
  const text = "journey Register { start -> Make node Make: CreateObject { CREATED -> failure FAILURE -> success } }";
  const found = checkTexts(text).filter(({ code }) => code === "failure-goes-on" || code === "success-fails");
  expect(found.map(({ help }) => help)).toEqual(["Exchange the targets of `CREATED` and `FAILURE`."]);
});

test("a sign-on may go on where something beside it was not saved", () => {
  expect(messagesOf("failure-goes-on", saves("node Old: ValidatedPassword"))).toEqual([]);
  expect(
    messagesOf("failure-goes-on", saves('node Mail: AttributeCollector { attributesToCollect: ["mail"] }')),
  ).toEqual([]);
});

test("a client that says it has no passkeys has not proved anything", () => {
  const passkey = (rest: string) =>
    login(`node Check: WebAuthnAuthentication { success -> Count failure, noDevice -> failure ${rest} }
  node Count: Meter { metricKey: "m" -> success }
  node Other: Meter { metricKey: "o" -> failure }`);
  expect(passkey("unsupported -> Count error -> failure")).toEqual([
    'Outcome "unsupported" of node "Check" leads where "success" does',
  ]);
  expect(passkey("error -> success unsupported -> failure")).toEqual([
    'Outcome "error" of node "Check" leads to success',
  ]);
  expect(passkey("unsupported, error -> Other")).toEqual([]);
});

test("an inner journey that succeeds with a proof only is a check, and another one is none", () => {
  const found = (inner: string) =>
    checkTexts(
      `${asksForCredentials}node Check: InnerTreeEvaluator { tree: "Second" true, false -> success }}`,
      `journey Second {\n  innerTreeOnly: true\n  start -> Step\n  node Step: ${inner}\n}`,
    )
      .filter(({ code }) => code === "failure-goes-on")
      .map(({ message }) => message);
  expect(
    found("OathTokenVerifier { successOutcome -> success failureOutcome, notRegisteredOutcome -> failure }"),
  ).toEqual(['Outcome "false" of node "Check" leads where "true" does']);
  expect(found("AcceptTermsAndConditions { -> success }")).toEqual([]);
  expect(
    found("OathTokenVerifier { successOutcome, notRegisteredOutcome -> success failureOutcome -> failure }"),
  ).toEqual([]);
});

test("no answer is no proof: one that has expired, has not come or was broken off", () => {
  const push = (rest: string) =>
    login(`node Check: DataStoreDecision { true -> Send false -> failure }
  node Send: PushAuthenticationSender { SENT -> Wait NOT_REGISTERED, SKIPPED -> failure }
  ${rest}`);
  const wait = "node Wait: PollingWait { exitable: true\n DONE -> Result EXITED -> success }";
  expect(
    push(`${wait} node Result: PushResultVerifier { TRUE, EXPIRED -> success FALSE -> failure WAITING -> Wait }`),
  ).toEqual([
    'Outcome "EXITED" of node "Wait" leads to success',
    'Outcome "EXPIRED" of node "Result" leads where "TRUE" does',
  ]);
  expect(
    push(
      "node Wait: PollingWait { DONE -> Result } node Result: PushResultVerifier { TRUE, WAITING -> success FALSE, EXPIRED -> failure }",
    ),
  ).toEqual(['Outcome "WAITING" of node "Result" leads where "TRUE" does']);
  expect(
    login(
      `node Check: IdentityStoreDecision { TRUE, EXPIRED, CANCELLED -> success FALSE -> failure LOCKED -> success }`,
    ),
  ).toEqual(['Outcome "LOCKED" of node "Check" leads where "TRUE" does']);
});

test("a check of something else than who the user is", () => {
  expect(
    login(`node Check: DataStoreDecision { true -> Active false -> failure }
  node Active: AccountActiveDecision { true, false -> success }`),
  ).toEqual(['Outcome "false" of node "Active" leads where "true" does']);
});

test("a wait for nothing in particular may be broken off", () => {
  expect(
    login(`node Check: DataStoreDecision { true -> Wait false -> failure }
  node Wait: PollingWait { exitable: true\n DONE, EXITED -> success }`),
  ).toEqual([]);
});
