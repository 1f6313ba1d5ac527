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
  expect(reports('require N before "success"').map(({ code }) => code)).toEqual(["foreign-spelling"]);
  expect(rulesOf('require N before "success"')).toMatchObject([{ before: success }]);
});

describe("an outcome of an inner node", () => {
  const page = `journey J {
  start -> P

  page P {
    node U: UsernameCollector
    node Code: OneTimePasswordCollectorDecision

    true -> success
    false -> failure
  }
`;
  const told = (rule: string) =>
    bindReports(`${page}\n  ${rule}\n}\n`)
      .filter(({ code }) => code === "unknown-outcome")
      .map(({ message, at, help }) => [message, at, help]);

  test.each([
    ["require P.U.true before success", 'Node "P.U" has no outcome "true"', "true", undefined],
    ["require P.U.nonsense before success", 'Node "P.U" has no outcome "nonsense"', "nonsense", undefined],
    ["forbid failure after P.U.false", 'Node "P.U" has no outcome "false"', "false", undefined],
    ["require P.Code.tru before success", 'Node "P.Code" has no outcome "tru"', "tru", "Did you mean `true`?"],
    [
      "require P.nonsense before success",
      'Node "P" has no outcome "nonsense"',
      "nonsense",
      "Its outcomes are `true`, `false`.",
    ],
  ])("%s", (rule, message, at, help) => {
    expect(told(rule)).toEqual([[message, at, help]]);
  });

  test.each(["require P.Code.true before success", "require P.true before success", "require P.U before success"])(
    "%s is right",
    (rule) => expect(told(rule)).toEqual([]),
  );

  test("that does not decide the page is reported with the one that does", () => {
    const other = page.replace("node U: UsernameCollector", 'node First: ChoiceCollector { choices: ["a", "b"] }');
    const found = bindReports(`${other}\n  require P.First.a before success\n}\n`);
    expect(found.filter(({ code }) => code === "unknown-outcome")).toMatchObject([
      { message: 'Node "P" has no outcome "a"', help: "The outcomes of page `P` are those of `Code`." },
    ]);
  });
});
