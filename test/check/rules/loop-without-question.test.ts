import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";
import { asksForCredentials } from "../../support/login-texts.js";

test("a loop of silent nodes is shown as a path", () => {
  const text = `${asksForCredentials}
  node Check: PatchObject {
    PATCHED -> success
    FAILURE -> Again
  }
  
  node Again: IdentifyExistingUser {
    true -> Check
    false -> failure
  }
}`;
  expect(messagesOf("loop-without-question", text)).toEqual([
    "Loop that never asks the user anything: Check (FAILURE) -> Again (true) -> Check",
  ]);
});

test("a question, a limit, a script or an unknown node on the loop is enough", () => {
  const through = (node: string) => `journey Login {
    start -> Check
    node Check: PatchObject { PATCHED -> success FAILURE -> Again }
    node Again: ${node}
  }`;
  for (const node of [
    "UsernameCollector { -> Check }",
    "RetryLimitDecision { Retry -> Check Reject -> failure }",
    'ScriptedDecision { script: "01e1a3c0-038b-4c16-956a-6c9d89328cff" outcomes: ["again"] again -> Check }',
    "NobodyKnows { again -> Check }",
  ]) {
    expect(messagesOf("loop-without-question", through(node))).toEqual([]);
  }
});

test("an account that has been created is found the next time, so that the loop ends", () => {
  const through = (created: string, failed: string) => `${asksForCredentials}
  node Check: IdentifyExistingUser { true -> success false -> New }
  node New: CreateObject { CREATED -> ${created} FAILURE -> ${failed} }
}`;
  expect(messagesOf("loop-without-question", through("Check", "failure"))).toEqual([]);
  expect(messagesOf("loop-without-question", through("success", "Check"))).toEqual([
    "Loop that never asks the user anything: Check (false) -> New (FAILURE) -> Check",
  ]);
});

test.each([
  ["what is matched is deleted", "true", []],
  [
    "what is matched could not be deleted",
    "false",
    ["Loop that never asks the user anything: Match (true) -> Delete (false) -> Match"],
  ],
])("a loop that deletes an account: %s", (_what, outcome, messages) => {
  const other = outcome === "true" ? "false" : "true";
  const text = `${asksForCredentials}
  node Check: UsernameCollector { -> Match }
  node Match: PingOneIdentityMatch { pingOneWorker: "w" true -> Delete false -> failure }
  node Delete: PingOneDeleteUser { pingOneWorker: "w" ${outcome} -> Match ${other} -> failure }
}`;
  expect(messagesOf("loop-without-question", text)).toEqual(messages);
});
