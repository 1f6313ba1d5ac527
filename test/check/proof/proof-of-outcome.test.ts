import { describe, expect, test } from "vitest";
import { countsAsSignedOn, isWellKnown, proofOfOutcome } from "../../../src/check/proof/proof-of-outcome.js";
import type { JourneyNode } from "../../../src/model/model.js";
import { bindText } from "../../support/read-project.js";

function nodeOf(text: string): JourneyNode {
  const declared = text.startsWith("{") ? `page N ${text}` : `node N: ${text}`;
  return bindText(`journey J {\n start -> N\n ${declared}\n}`).model.journeys[0]!.nodes[0]!;
}

describe("a node", () => {
  test.each<[string, string, string]>([
    ["DataStoreDecision", "true", "proven"],
    ["DataStoreDecision", "false", "unproven"],
    ["DataStoreDecision", "other", "unproven"],
    ["SocialProviderHandlerNode", "NO_ACCOUNT", "proven"],
    ["SocialProviderHandlerNode", "ACCOUNT_EXISTS", "proven"],
    ["IdentityStoreDecision", "LOCKED", "unproven"],
    ["IdentityStoreDecision", "CANCELLED", "unknown"],
    ["LdapDecision", "EXPIRED", "unknown"],
    ["EmailSuspend", "outcome", "proven"],
    ["UsernameCollector", "outcome", "unproven"],
    ['ScriptedDecision { outcomes: ["a"] }', "a", "unknown"],
    ['InnerTreeEvaluator { tree: "K" }', "true", "unknown"],
    ["UnknownNode", "true", "unknown"],
    ["JSONPath", "true", "unknown"],
    ['ClientScriptNode { scriptResult: "a" }', "true", "unknown"],
  ])("%s, taken by %s, is %s", (text, outcome, proof) => {
    expect(proofOfOutcome(nodeOf(text), outcome)).toBe(proof);
  });
});

describe("a page", () => {
  const check = "node Check: DataStoreDecision";
  const name = "node Name: UsernameCollector";
  test.each<[string, string, string, string]>([
    ["whose deciding node proves", `{ ${name} ${check} }`, "true", "proven"],
    ["whose deciding node does not prove on the other outcome", `{ ${name} ${check} }`, "false", "unproven"],
    ["whose only outcome says nothing", `{ ${name} node More: PasswordCollector }`, "outcome", "unproven"],
    ["with a node that proves by its only outcome", `{ node Mail: EmailSuspend ${name} }`, "outcome", "proven"],
    [
      "with a node that proves on its first outcome, which is not the deciding one",
      `{ ${check} ${name} }`,
      "outcome",
      "proven",
    ],
    ["with a script", `{ node Ask: ScriptedDecision { outcomes: ["a"] } ${name} }`, "outcome", "unknown"],
    ["with a script beside a proof", `{ node Ask: ScriptedDecision { outcomes: ["a"] } ${check} }`, "true", "proven"],
    [
      "with a script beside no proof",
      `{ node Ask: ScriptedDecision { outcomes: ["a"] } ${check} }`,
      "false",
      "unknown",
    ],
  ])("%s", (_what, text, outcome, proof) => {
    expect(proofOfOutcome(nodeOf(text), outcome)).toBe(proof);
  });
});

test("what was sent to a mailbox or a telephone does not sign anybody on", () => {
  const proof = (text: string, outcome: string) => proofOfOutcome(nodeOf(text), outcome, countsAsSignedOn);
  expect(proof("DataStoreDecision", "true")).toBe("proven");
  expect(proof("SessionData", "outcome")).toBe("proven");
  expect(proof("EmailSuspend", "outcome")).toBe("unproven");
  expect(proof("OneTimePasswordCollectorDecision", "true")).toBe("unproven");
  expect(proof("PushResultVerifierNode", "TRUE")).toBe("unproven");
  expect(proof("{ node Mail: EmailSuspend node Check: DataStoreDecision }", "true")).toBe("proven");
  expect(proof("{ node Mail: EmailSuspend node Check: DataStoreDecision }", "false")).toBe("unproven");
});

test.each<[string, boolean]>([
  ["DataStoreDecision", true],
  ["UsernameCollector", true],
  ['ScriptedDecision { outcomes: ["a"] }', false],
  ['InnerTreeEvaluator { tree: "K" }', false],
  ["UnknownNode", false],
  ["JSONPath", false],
  ['ClientScriptNode { scriptResult: "a" }', false],
  ['ConfigProvider { nodeType: "UsernameCollectorNode" }', false],
  ["{ node Name: UsernameCollector }", true],
])("%s is well known: %s", (text, expected) => {
  expect(isWellKnown(nodeOf(text))).toBe(expected);
});
