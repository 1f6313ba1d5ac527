import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";
import { asksForCredentials } from "../../support/login-texts.js";

const login = (rest: string) => messagesOf("success-fails", `${asksForCredentials}${rest}}`);

test("outcomes of a check, a change and an inner journey that were swapped are found", () => {
  expect(login("node Check: DataStoreDecision { true -> failure false -> success }")).toEqual([
    'Outcome "true" of node "Check" never leads to success',
  ]);
  expect(login('node Check: InnerTreeEvaluator { tree: "Other" true -> failure false -> success }')).toHaveLength(1);
  expect(
    login(
      'node Check: PatchObject { PATCHED -> Tell FAILURE -> success } node Tell: Meter { metricKey: "m" -> failure }',
    ),
  ).toHaveLength(1);
});

test("a right password that leads back to the question is found, also where nothing else succeeds", () => {
  expect(login("node Check: DataStoreDecision { true -> Ask false -> failure }")).toHaveLength(1);
});

test("a check that ends in failure either way is found at the arrow to failure", () => {
  expect(login("node Check: DataStoreDecision { true, false -> failure }")).toHaveLength(1);
});

test("a journey that tells both results and never signs anybody on, with one outcome that leads nowhere yet, has no swapped outcomes", () => {
  const text = (end: string) => `node Check: DataStoreDecision { true -> Good false -> Wrong }
  node Good: Message { message: "Known" true, false -> failure }
  node Wrong: Message { message: "Again?" true -> ${end} }
  `;
  expect(login(text("failure"))).toEqual([]);
  expect(login(text("success"))).toHaveLength(1);
});

test("an unfinished journey, a retry, and users that are turned away for something else are no such mistake", () => {
  for (const rest of [
    'node Check: DataStoreDecision { true -> Next false -> failure } node Next: Meter { metricKey: "m" -> failure }',
    'node Check: InnerTreeEvaluator { tree: "Other" true, false -> failure }',
    "node Check: DataStoreDecision { true -> success false -> Ask }",
    'node Check: EmailSuspend { emailTemplateName: "welcome" -> failure }',
    "node Check: SocialProviderHandler { ACCOUNT_EXISTS -> success NO_ACCOUNT -> failure }",
    'node Check: DataStoreDecision { true -> Odd false -> success } node Odd: "NotKnownNode" { x -> failure }',
    "node Check: DataStoreDecision { true -> Odd false -> success } node Odd: IdentifyExistingUser { true -> failure }",
  ]) {
    expect(login(rest)).toEqual([]);
  }
});
