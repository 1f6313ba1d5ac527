import { describe, expect, test } from "vitest";
import { deriveNodeId } from "../../src/model/ids.js";
import { bindReports } from "../support/bind-reports.js";
import { bindText } from "../support/read-project.js";

const withRules = (...rules: readonly string[]) => `journey J {
  start -> P

  page P@2.0 {
    node A: OneTimePasswordCollectorDecision

    true -> N
  }

  node N: DataStoreDecision {
    true -> success
    "odd" -> failure
  }

${rules.map((rule) => `  ${rule}\n`).join("")}}
`;
const rulesOf = (...rules: readonly string[]) =>
  bindText(withRules(...rules)).model.journeys[0]?.rules.map(({ place: _, ...rule }) => rule);
const reports = (...rules: readonly string[]) =>
  bindReports(withRules(...rules)).filter(({ severity }) => severity === "error");

const inPage = `${deriveNodeId("J", "P/A")}-true`;
const success = { kind: "success" };

describe("names", () => {
  test.each([
    ["require N before success", { kind: "require", node: "N", outcomeId: undefined, before: success }],
    ["require N.true before success", { kind: "require", node: "N", outcomeId: "true", before: success }],
    ["require P.A before N", { kind: "require", node: "P", outcomeId: undefined, before: { kind: "node", name: "N" } }],
    ["require P.A.true before success", { kind: "require", node: "P", outcomeId: inPage, before: success }],
    ["require P.true before success", { kind: "require", node: "P", outcomeId: inPage, before: success }],
    ["forbid failure after N.odd", { kind: "forbid", target: { kind: "failure" }, after: "N", outcomeId: "odd" }],
    ["forbid P after N", { kind: "forbid", target: { kind: "node", name: "P" }, after: "N", outcomeId: undefined }],
  ])("%s", (written, rule) => {
    expect(reports(written)).toEqual([]);
    expect(rulesOf(written)).toEqual([rule]);
  });
});

describe("names that do not exist are reported, and the rule is left out", () => {
  test.each([
    ["require Nn before success", "Nn", "N"],
    ["require Nn.true before success", "Nn", "N"],
    ["require N before sucess", "sucess", "success"],
    ["forbid Nn after P", "Nn", "N"],
    ["forbid failure after Pp", "Pp", "P"],
  ])("%s", (written, at, fix) => {
    expect(reports(written)).toMatchObject([{ code: "unknown-node", at, fixes: [fix] }]);
    expect(rulesOf(written)).toEqual([]);
  });

  test("the whole reference is named", () => {
    expect(reports("require Nn.true before success")[0]?.message).toBe('Journey "J" has no node "Nn.true"');
  });
});

test("an outcome that the node does not have is reported with the nearest one", () => {
  expect(reports("require N.tru before success")).toMatchObject([
    { code: "unknown-outcome", at: "tru", message: 'Node "N" has no outcome "tru"', fixes: ["true"] },
  ]);
});

test("an end in quotes is reported by the parser, and meant", () => {
  expect(reports('require N before "success"').map(({ code }) => code)).toEqual(["syntax-error"]);
  expect(rulesOf('require N before "success"')).toMatchObject([{ before: success }]);
});
