import { describe, expect, test } from "vitest";
import { bindReports } from "../support/bind-reports.js";
import { bindText } from "../support/read-project.js";

const success = "70e691a5-1e33-4ac3-a356-e7b6d60d92e0";
const failure = "e301438c-0bd0-429c-ab0c-66126501069a";

const withNode = (type: string, ...members: readonly string[]) =>
  `journey J {\n  start -> N\n\n  node N: ${type} {\n${members.map((member) => `    ${member}\n`).join("")}  }\n}\n`;
const connections = (...of: Parameters<typeof withNode>) =>
  bindText(withNode(...of)).model.journeys[0]?.nodes[0]?.connections.map(({ outcomeId, target }) => [
    outcomeId,
    target.kind === "foreign" ? `foreign ${target.id}` : target.kind,
  ]);
const reports = (...of: Parameters<typeof withNode>) => bindReports(withNode(...of));

describe("an arrow without an outcome", () => {
  test("is the node's only one", () => {
    expect(connections("AccountLockout", "-> success")).toEqual([["outcome", "success"]]);
    expect(connections("ChoiceCollector", 'choices: ["a"] defaultChoice: "a" prompt: "?"', "-> success")).toEqual([
      ["a", "success"],
    ]);
  });

  test("means nothing on a node with several: they are listed", () => {
    expect(reports("DataStoreDecision", "-> success")).toMatchObject([
      {
        code: "ambiguous-outcome",
        at: "-> success",
        message: 'Node "N" has 2 outcomes, and the arrow does not say which',
        help: "Write before the arrow which outcomes it stands for: all of them are `true, false -> success`.",
      },
    ]);
    expect(connections("DataStoreDecision", "-> success")).toEqual([]);
  });

  test("means nothing on a node with none", () => {
    expect(reports("MessageNode", "_outcomes: []", "-> success")).toMatchObject([
      { code: "ambiguous-outcome", message: 'Node "N" has no outcome, so no arrow can leave it', help: undefined },
    ]);
  });
});

describe("an outcome that the node does not have", () => {
  test("is reported with the nearest one", () => {
    expect(reports("DataStoreDecision", "tru -> success")).toMatchObject([
      { code: "unknown-outcome", severity: "error", at: "tru", help: "Did you mean `true`?", fixes: ["true"] },
    ]);
  });

  test("is reported with all of them where none is near, with twelve at most", () => {
    expect(reports("DataStoreDecision", "maybe -> success")).toMatchObject([
      {
        code: "unknown-outcome",
        message: 'Node "N" has no outcome "maybe"',
        help: "Its outcomes are `true`, `false`.",
      },
    ]);
    const choices = Array.from({ length: 14 }, (_, index) => `"${index + 10}"`);
    const help = (count: number) => {
      const given = choices.slice(0, count).join(", ");
      return reports("ChoiceCollector", `choices: [${given}] defaultChoice: "10" prompt: "?"`, "no -> success")[0]
        ?.help;
    };
    const twelve = "Its outcomes are `10`, `11`, `12`, `13`, `14`, `15`, `16`, `17`, `18`, `19`, `20`, `21`";
    expect(help(12)).toBe(`${twelve}. Add \`"no"\` to the list, or remove the arrow.`);
    expect(help(14)).toBe(`${twelve} and 2 more. Add \`"no"\` to the list, or remove the arrow.`);
  });

  test("is reported where the node has none at all", () => {
    expect(reports("MessageNode", "_outcomes: []", "a -> success")).toMatchObject([
      { code: "unknown-outcome", help: "It has no outcomes." },
    ]);
  });

  test("in quotes is kept, and left to the rules", () => {
    expect(reports("DataStoreDecision", '"maybe" -> success')).toEqual([]);
    expect(connections("DataStoreDecision", '"maybe" -> success')).toEqual([["maybe", "success"]]);
  });

  test("is accepted where other releases of the type have it", () => {
    expect(reports("VerifyAuthSender", 'accountSID: "A1"', 'serviceSID: "S1"', "outcome -> success")).toEqual([]);
    expect(connections("VerifyAuthSender", "outcome -> success")).toEqual([["outcome", "success"]]);
  });
});

describe("an outcome of two inner nodes of a page", () => {
  const page = (edges: string) => `journey J {
  start -> P

  page P@2.0 {
    node A: ChoiceCollector { choices: ["x", "y"] defaultChoice: "x" prompt: "?" }
    node B: OneTimePasswordCollectorDecision
    ${edges}
  }
}
`;

  test("of a node that does not decide is not the page's", () => {
    expect(bindReports(page("x -> success")).map(({ code, message }) => [code, message])).toEqual([
      ["unknown-outcome", 'Node "P" has no outcome "x"'],
    ]);
    expect(bindReports(page("A.true -> success")).map(({ message }) => message)).toEqual([
      'Node "P" has no outcome "A.true"',
    ]);
  });
});

describe("two arrows", () => {
  test("for one outcome are reported, and the first one holds", () => {
    expect(reports("DataStoreDecision", "true -> success", "false, true -> failure")).toMatchObject([
      {
        code: "duplicate-outcome",
        at: "true",
        message: 'Outcome "true" of node "N" has two arrows',
        related: ["It already leads somewhere here"],
      },
    ]);
    expect(connections("DataStoreDecision", "true -> success", "false, true -> failure")).toEqual([
      ["true", "success"],
      ["false", "failure"],
    ]);
  });
});

describe("a target", () => {
  test.each([
    ["success", "success"],
    ["failure", "failure"],
    [`"${success}"`, "success"],
    [`"${failure}"`, "failure"],
    ["N", "node"],
    ['"N"', "node"],
    ['"success"', "foreign success"],
  ])("%s leads to %s", (written, target) => {
    expect(connections("AccountLockout", `-> ${written}`)).toEqual([["outcome", target]]);
  });

  test("that does not exist is reported, and makes no connection", () => {
    expect(reports("AccountLockout", "-> Nn")).toMatchObject([
      { code: "unresolved-target", at: "Nn", message: 'Journey "J" has no node "Nn"', fixes: ["N"] },
    ]);
    expect(connections("AccountLockout", "-> Nn")).toEqual([]);
    expect(reports("AccountLockout", "-> sucess")).toMatchObject([{ fixes: ["success"] }]);
    expect(reports("AccountLockout", "-> failur")).toMatchObject([{ fixes: ["failure"] }]);
  });

  test.each([
    ["fail", "Did you mean `failure`?", ["failure"]],
    ["Denied", "Did you mean `failure`?", ["failure"]],
    ["ok", "Did you mean `success`?", ["success"]],
    ["end", "Did you mean `success` or `failure`?", []],
    ["nil", "Did you mean `success` or `failure`?", []],
  ])("%s is a word for an end in other languages", (written, help, fixes) => {
    expect(reports("AccountLockout", `-> ${written}`)).toMatchObject([{ code: "unresolved-target", help, fixes }]);
  });
});
