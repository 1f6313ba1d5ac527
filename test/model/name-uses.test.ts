import { describe, expect, test } from "vitest";
import { bindReports } from "../support/bind-reports.js";

/** A journey with two arrows to `Ask`, whose parts may be misspelt. */
function journey(declared: string, first: string, second: string, more = ""): string {
  return `journey Login {
  start -> ${first}

  page ${declared} {
    node Name: UsernameCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> ${second}
  }
${more}}
`;
}

const scenario = 'scenario "s" of Login {\n  submit Ask { Name: "demo" }\n  expect at Ask\n}\n';

const found = (text: string) =>
  bindReports(text, { readText: () => ({ text: "" }) }).map(({ code, at, fixes }) => [code, at, ...fixes]);

describe("a misspelt declaration", () => {
  test("of a node is told once, at the declaration, where all uses agree", () => {
    expect(found(journey("Aks", "Ask", "Ask"))).toEqual([["misspelt-declaration", "Aks", "Ask"]]);
    const [report] = bindReports(journey("Aks", "Ask", "Ask"));
    expect(report?.help).toBe("Did you mean to declare `Ask`?");
    expect(report?.related).toEqual(["Used here", "Used here"]);
  });

  test("has rules, layout, raw and scenarios among its uses", () => {
    const uses = [
      "  require Ask before success\n",
      "  layout {\n    Ask 10, 20\n  }\n",
      "  layout {\n    Ask.Name 10, 20\n  }\n",
      "  raw {\n    nodes: { Ask: {} }\n  }\n",
    ];
    for (const use of uses) {
      expect(found(journey("Aks", "Ask", "failure", use)), use).toEqual([["misspelt-declaration", "Aks", "Ask"]]);
    }
    expect(found(journey("Aks", "Ask", "failure") + scenario)).toEqual([["misspelt-declaration", "Aks", "Ask"]]);
  });

  test("of a script, a parameter, a node type and a journey too", () => {
    const scripts = (declared: string) => `script ${declared} { file: "a.js" }
journey Login {
  start -> A

  node A: ScriptedDecision {
    script: Gate
    outcomes: ["a"]

    a -> B
  }

  node B: ScriptedDecision {
    script: Gate
    outcomes: ["a"]

    a -> success
  }
}
`;
    expect(found(scripts("Gtae"))).toEqual([["misspelt-declaration", "Gtae", "Gate"]]);
    const retries = (name: string) => `param ${name} = 3
journey Login {
  description: "\${tries}"
  start -> A

  node A: RetryLimitDecision {
    retryLimit: "\${tries}"

    Retry, Reject -> failure
  }
}
`;
    expect(found(retries("trise"))).toEqual([["misspelt-declaration", "trise", "tries"]]);
    const types = (name: string) => `extern node ${name} "x-gate" {
  outcomes: ["a"]
}

journey Login {
  start -> A

  node A: GateNode {
    a -> B
  }

  node B: GateNode {
    a -> success
  }
}
`;
    expect(found(types("GatNode"))).toEqual([["misspelt-declaration", "GatNode", "GateNode"]]);
    // The platform knows a journey by its name: whether that is to change is not for a fix to say.
    const two = journey("Ask", "Ask", "Ask").replace("Login", "Lgoin") + scenario + scenario;
    expect(found(two)).toEqual([["misspelt-declaration", "Lgoin"]]);
  });
});

describe("a misspelt use", () => {
  test("is changed by a fix where something else uses the declared name", () => {
    expect(found(journey("Ask", "Aks", "Ask"))).toEqual([["unresolved-target", "Aks", "Ask"]]);
    expect(found(journey("Ask", "Ask", "Ask") + scenario.replace("submit Ask", "submit Asc"))).toEqual([
      ["unknown-node", "Asc", "Ask"],
    ]);
    expect(found(journey("Ask", "Aks", "failure") + scenario)).toEqual([["unresolved-target", "Aks", "Ask"]]);
  });

  test("has no fix where nothing else does: the declaration may be misspelt as well", () => {
    const [report, ...others] = bindReports(journey("Ask", "Aks", "failure"));
    expect(others).toEqual([]);
    expect(report).toMatchObject({ code: "unresolved-target", at: "Aks", help: "Did you mean `Ask`?", fixes: [] });
    expect(report?.related).toEqual(["`Ask` is declared here"]);
  });

  test("has no fix where the uses do not agree", () => {
    expect([...found(journey("Ask", "Aks", "Assk"))].sort()).toEqual([
      ["unresolved-target", "Aks"],
      ["unresolved-target", "Assk"],
    ]);
  });
});

test("a name that nothing is like is told once, with its other uses", () => {
  const [report, ...others] = bindReports(journey("Ask", "Elsewhere", "Elsewhere", "  require Ask before success\n"));
  expect(others).toEqual([]);
  expect(report).toMatchObject({ code: "unresolved-target", related: ["Also used here"] });
});
