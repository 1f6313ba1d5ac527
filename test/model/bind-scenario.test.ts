import { describe, expect, test } from "vitest";
import { readExport } from "../../src/export-json/read/read-export.js";
import { writeExport } from "../../src/export-json/write/write-export.js";
import { bind } from "../../src/model/bind.js";
import type { Journey, Scenario } from "../../src/model/model.js";
import { parse } from "../../src/syntax/parse.js";
import { SourceFile } from "../../src/text/source-file.js";

const login = `journey Login {
  start -> Ask

  page Ask@2.0 {
    node Name: UsernameCollector
    node Which: ChoiceCollector { choices: ["a", "b"] defaultChoice: "a" prompt: "Which?" }

    a -> Inner
    b -> failure
  }

  node Inner: InnerTreeEvaluator {
    tree: "Step"

    true -> success
    false -> failure
  }
}
`;
const step = `journey Step {
  start -> Check

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;

function bound(text: string, others: readonly Journey[] = []) {
  const { model, diagnostics } = bind([parse(new SourceFile("test.journey", text))], {}, others);
  const [scenario] = model.scenarios;
  if (!scenario) throw new Error("no scenario");
  return { scenario, journeys: model.journeys, found: diagnostics.map(describeDiagnostic) };
}

function describeDiagnostic({ code, message, place, fixes }: ReturnType<typeof bind>["diagnostics"][number]): string {
  const { line, column } = place.source.positionAt(place.range.start);
  return `${line}:${column} ${code}: ${message}${fixes.map(({ title }) => ` (${title})`).join("")}`;
}

function scenarioOf(...steps: readonly string[]): string {
  return `scenario "s" of Login {\n${steps.map((each) => `  ${each}\n`).join("")}}\n`;
}

/** The journey as somebody would export it, read back: it comes from no text. */
function exported(text: string): readonly Journey[] {
  const { model } = bind([parse(new SourceFile("other.journey", text))]);
  return model.journeys.flatMap((journey) => {
    return readExport(new SourceFile(`${journey.id}.json`, writeExport(journey).text), {}).model.journeys;
  });
}

function nodesOf({ steps }: Scenario) {
  return steps.flatMap((each) => {
    if (each.kind === "stub" || each.kind === "submit") return [each.node];
    if (each.kind === "expect" && each.subject === "path") return each.path;
    return each.kind === "expect" && each.subject === "at" ? [each.node] : [];
  });
}

describe("names of nodes", () => {
  test("are found in the journey and in the journeys that run inside it", () => {
    const { scenario, found } = bound(
      `${login}${step}${scenarioOf("submit Ask { }", "expect at Check", "expect path [Ask, Inner.true, Check.false]")}`,
    );
    expect(found).toEqual([]);
    expect(scenario).toMatchObject({ title: "s", journeyName: "Login", journey: "Login", faults: [] });
    expect(nodesOf(scenario)).toEqual([
      { text: "Ask", journey: "Login", node: "Ask", child: undefined, outcomeId: undefined },
      { text: "Check", journey: "Step", node: "Check", child: undefined, outcomeId: undefined },
      { text: "Ask", journey: "Login", node: "Ask", child: undefined, outcomeId: undefined },
      { text: "Inner.true", journey: "Login", node: "Inner", child: undefined, outcomeId: "true" },
      { text: "Check.false", journey: "Step", node: "Check", child: undefined, outcomeId: "false" },
    ]);
  });

  test("of a page's outcome give the platform's id, in a path and in a stub; an inner node's outcome is its own", () => {
    const { scenario, journeys, found } = bound(
      login +
        step +
        scenarioOf("expect path [Ask.a, Ask.Which.a]", "stub Ask -> b", "stub Ask -> Which.b", "stub Ask.Which -> b"),
    );
    expect(found).toEqual([]);
    const inner = journeys[0]?.nodes[0]?.children[1]?.id;
    expect(nodesOf(scenario).map(({ text, child, outcomeId }) => [text, child, outcomeId])).toEqual([
      ["Ask.a", undefined, `${inner}-a`],
      ["Ask.Which.a", "Which", `${inner}-a`],
      ["Ask.b", undefined, `${inner}-b`],
      ["Ask.Which.b", undefined, `${inner}-b`],
      ["Ask.Which.b", "Which", "b"],
    ]);
  });

  test("that are not there are reported, with the nearest one", () => {
    const { found } = bound(
      login +
        step +
        scenarioOf("submit Asc { }", "expect path [Ask.c, success]", "stub Innner -> true", "stub Inner -> tru"),
    );
    expect([...found].sort()).toEqual([
      '28:10 unknown-node: Journey "Login" has no node "Asc" (Change to Ask)',
      '29:20 unknown-outcome: Node "Ask" has no outcome "c"',
      '30:8 unknown-node: Journey "Login" has no node "Innner" (Change to Inner)',
      '31:17 unknown-outcome: Node "Inner" has no outcome "tru" (Change to true)',
    ]);
  });

  test("may be those of an inner journey that is not at hand", () => {
    const { scenario, found } = bound(login + scenarioOf("expect at Check", "stub Inner -> tru"));
    expect(found).toEqual(['21:17 unknown-outcome: Node "Inner" has no outcome "tru" (Change to true)']);
    expect(nodesOf(scenario)[0]).toMatchObject({ journey: undefined, node: "Check" });
  });
});

describe("journeys from exports", () => {
  test("are found, and what is said of their nodes is not judged: their names may have been made up", () => {
    const { scenario, found } = bound(scenarioOf("submit Ask { }", "submit Nobody { }"), exported(login + step));
    expect(found).toEqual([]);
    expect(scenario.journey).toBe("Login");
    expect(nodesOf(scenario).map(({ node, journey }) => [node, journey])).toEqual([
      ["Ask", "Login"],
      ["Nobody", undefined],
    ]);
  });

  test("come after those of texts that have the same name", () => {
    const { found } = bound(
      login + step + scenarioOf("submit Nobody { }"),
      exported(login.replace("Ask@", "Nobody@").replace("-> Ask", "-> Nobody")),
    );
    expect(found).toEqual(['28:10 unknown-node: Journey "Login" has no node "Nobody"']);
  });
});

describe("what keeps a scenario from running", () => {
  test("a journey that nobody has: reported, and kept as a fault", () => {
    const { scenario, found } = bound(`${login}${step}scenario "s" of Logn { wait 1s }\n`);
    expect(found).toEqual(['27:17 unknown-journey: There is no journey "Logn"']);
    expect(scenario).toMatchObject({ journeyName: "Logn", journey: undefined, steps: [] });
    expect(scenario.faults.map(describeDiagnostic)).toEqual(['27:17 invalid-step: Journey "Logn" is not at hand']);
  });

  test("a step that means nothing: kept as a fault, at its place", () => {
    const { scenario, found } = bound(`${login}${step}${scenarioOf("given usr { }", "wait 1s", "given session { }")}`);
    expect(found).toEqual([]);
    expect(scenario.faults.map(describeDiagnostic)).toEqual([
      "28:9 invalid-step: There is no `given usr` (Change to user)",
      "30:3 invalid-step: A session needs a `username`",
    ]);
    expect(scenario.faults[0]?.help).toBe("Did you mean `user`?");
  });

  test("a parameter that is not declared: reported also where the step is wrong", () => {
    const { found } = bound(login + step + scenarioOf('given usr { a: "$' + '{x}" }', 'expect message "$' + '{y}"'));
    expect(found.map((each) => each.replace(/:.*:/, ":"))).toEqual([
      expect.stringContaining('"x"'),
      expect.stringContaining('"y"'),
    ]);
  });
});

test("a scenario carries its values, and the range of its text", () => {
  const text = `param who = "demo"\n${login}${step}${scenarioOf('submit Ask { Name: "$' + '{who}" }', "wait 2m")}`;
  const { scenario, found } = bound(text);
  expect(found).toEqual([]);
  expect(scenario.steps).toMatchObject([
    { kind: "submit", inputs: { Name: "demo" } },
    { kind: "wait", milliseconds: 120_000 },
  ]);
  expect(text.slice(scenario.extent.start, scenario.extent.end)).toBe(text.slice(text.indexOf("scenario")).trimEnd());
});
