import { expect, test } from "vitest";
import { messagesWithScripts } from "../support/check-scripts.js";
import { checkTexts } from "../support/check-text.js";

const updatePassword = `journey UpdatePassword {
  start -> Session
  node Session: SessionData { sessionDataKey: "UserToken"  sharedStateKey: "userName"  -> HasPassword }
  node HasPassword: AttributePresentDecision { true -> Current  false -> SendLink }
  page Current { node Password: ValidatedPassword  -> Check }
  node Check: DataStoreDecision { true -> Choose  false -> failure }
  node SendLink: EmailSuspend { objectLookup: true  -> Choose }
  page Choose { node NewPassword: ValidatedPassword  -> Store }
  node Store: PatchObject { ignoredFields: ["userName"]  PATCHED -> success  FAILURE -> failure }
}`;

test("the platform's way to update a password is found to be right", () => {
  expect(checkTexts(updatePassword).filter(({ id }) => /^JRN[567]/.test(id))).toEqual([]);
});

test("progressive profiling, made to run inside a login, is found to be right on its own", () => {
  const text = `journey Progressive {
  start -> Count
  node Count: LoginCountDecision { amount: 3  true -> Ask  false -> success }
  page Ask { node More: AttributeCollector { attributesToCollect: ["telephoneNumber"] }  -> Store }
  node Store: PatchObject { PATCHED -> success  FAILURE -> failure }
}`;
  expect(checkTexts(text).filter(({ id }) => /^JRN[567]/.test(id))).toEqual([]);
});

const patch = (proof: string) => `journey J {
  noSession: true
  start -> Ask
  node Ask: UsernameCollector { -> Proof }
  ${proof}
  node Store: PatchObject { PATCHED -> success  FAILURE -> failure }
}`;
const unproven = (text: string, ...more: readonly string[]) =>
  messagesWithScripts("write-without-proof", [text, ...more]);

test("a proof counts only on the outcome that proves", () => {
  const proof = (arrows: string) => patch(`node Proof: DataStoreDecision { ${arrows} }`);
  expect(unproven(proof("true -> Store  false -> failure"))).toEqual([]);
  expect(unproven(proof("true -> failure  false -> Store"))).toEqual([
    'Node "Store" changes an account without proof of ownership on one path: start -> Ask -> Proof (false) -> Store',
  ]);
});

test("an inner journey is a proof if it asks for one", () => {
  const run = patch('node Proof: InnerTreeEvaluator { tree: "Inner"  true -> Store  false -> failure }');
  const inner = (body: string) => `journey Inner { innerTreeOnly: true  start -> Link  ${body} }`;
  expect(unproven(run)).toEqual([]);
  expect(unproven(run, inner("node Link: EmailSuspend { objectLookup: true  -> success }"))).toEqual([]);
  expect(unproven(run, inner('node Link: Message { message: "Hello"  true, false -> success }'))).toHaveLength(1);
});

test("a wrong password looks the same for known and unknown accounts", () => {
  const text = `journey J {
  start -> Ask
  page Ask { node Name: UsernameCollector  node Password: PasswordCollector
    -> Find }
  node Find: IdentifyExistingUser { identityAttribute: "userName"  true -> Check  false -> failure }
  node Check: DataStoreDecision { true -> success  false -> failure }
}`;
  expect(messagesWithScripts("account-existence-revealed", [text])).toEqual([]);
});

test("two mails with one message on the screen look the same", () => {
  const text = (message: string) => `journey J {
  start -> Ask
  node Ask: UsernameCollector { -> Find }
  node Find: IdentifyExistingUser { identityAttribute: "userName"  true -> Taken  false -> Confirm }
  node Taken: EmailSuspend { emailTemplateName: "taken"  objectLookup: true  emailSuspendMessage: "Look."  -> failure }
  node Confirm: EmailSuspend { emailTemplateName: "confirm"  emailSuspendMessage: "${message}"  -> success }
}`;
  expect(messagesWithScripts("account-existence-revealed", [text("Look.")])).toEqual([]);
  expect(messagesWithScripts("account-existence-revealed", [text("Welcome.")])).toHaveLength(1);
});

test("a missing proof is one finding, though patching and the session depend on it too", () => {
  const text = patch('node Proof: Message { message: "Hello"  true, false -> Store }')
    .replace("  noSession: true\n", "")
    .replace("PatchObject {", "PatchObject { patchAsObject: true ");
  const found = checkTexts(text).filter(({ id }) => id.startsWith("JRN6"));
  expect(found.map(({ code }) => code)).toEqual(["write-without-proof"]);
});

test.each([
  ["only behind an account that was found", "true -> Run  false -> failure", 0],
  [
    "only behind a right password",
    "true -> Check  false -> Check",
    0,
    "node Check: DataStoreDecision { true -> Run  false -> failure }",
  ],
  ["for everybody", "true -> Run  false -> Run", 1],
])("an inner journey that looks up the account, and runs %s", (_what, outcomes, count, more = "") => {
  const master = `journey Master {
  start -> Ask
  page Ask { node Name: UsernameCollector  node Password: PasswordCollector
    -> Find }
  node Find: IdentifyExistingUser { identityAttribute: "userName"  ${outcomes} }
  ${more}
  node Run: InnerTreeEvaluator { tree: "Old"  true -> success  false -> failure }
}`;
  const old = `journey Old {
  start -> Find
  node Find: IdentifyExistingUser { identityAttribute: "userName"  true -> Ask  false -> failure }
  page Ask { node Password: PasswordCollector
    -> Check }
  node Check: DataStoreDecision { true -> success  false -> failure }
}`;
  const inOld = (text: string) =>
    messagesWithScripts("account-existence-revealed", [text, old]).filter((message) => message.includes("Ask"));
  expect(inOld(master)).toHaveLength(count);
});

test("a journey that looks up an account before it asks who it is shows nothing to strangers", () => {
  const text = (ask: string) => `journey Device {
  start -> ${ask === "" ? "Find" : "Ask"}
  ${ask}
  node Find: IdentifyExistingUser { identityAttribute: "userName"  true -> Prove  false -> failure }
  page Prove { node Password: PasswordCollector
    -> Check }
  node Check: DataStoreDecision { true -> success  false -> failure }
}`;
  expect(messagesWithScripts("account-existence-revealed", [text("")])).toEqual([]);
  expect(
    messagesWithScripts("account-existence-revealed", [text("node Ask: UsernameCollector { -> Find }")]),
  ).toHaveLength(1);
});
