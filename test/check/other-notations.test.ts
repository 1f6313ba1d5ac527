import { describe, expect, test } from "vitest";
import { checkFiles } from "../../src/compile/compile.js";
import { SourceFile } from "../../src/text/source-file.js";

const right = `script Rate "Rate the risk" {
  file: "rate.js"
}

journey Login {
  start -> Risk

  node Risk: ScriptedDecision {
    script: Rate
    outcomes: ["low", "high"]

    low -> success
    high -> failure
  }
}

scenario "a low risk" of Login {
  stub Risk -> low
  expect success
}

scenario "alone" of script Rate {
  expect outcome "low"
}
`;

function findingsOf(...changes: readonly (readonly [string, string])[]) {
  const text = changes.reduce((before, [from, to]) => before.replace(from, to), right);
  const readText = () => ({ text: 'outcome = requestHeaders.get("x") ? "low" : "high";' });
  const { diagnostics } = checkFiles([new SourceFile("a.journey", text)], { readText });
  return diagnostics.map(({ code, place: { source, range }, help }) => [code, source.slice(range), help]);
}

describe("one mistake has one finding, at its cause", () => {
  test("without the list of outcomes, the list is told at the node, and not at its arrows", () => {
    const help = 'Add `outcomes: ["low", "high"]`: its arrows begin with these outcomes.';
    expect(findingsOf(['    outcomes: ["low", "high"]\n', ""])).toEqual([["missing-property", "Risk", help]]);
  });

  test("outcomes in other capitals than the script's are told once, at the list", () => {
    const changes = [
      ['["low", "high"]', '["Low", "High"]'],
      ["    low ->", "    Low ->"],
      ["    high ->", "    High ->"],
    ] as const;
    const help = 'Write "low", "high" here and at the arrows, as the script has it: case counts.';
    expect(findingsOf(...changes)).toEqual([["script-outcome-not-listed", '["Low", "High"]', help]]);
  });

  test("a script that is renamed at its head is told at the node, and not for each scenario", () => {
    const help = "Nothing uses `Score`: did you mean that?";
    expect(findingsOf(["script Rate ", "script Score "])).toEqual([["unknown-script", "Rate", help]]);
  });

  test("a script in the place of a type is told what it is, and is not unused", () => {
    const help = "It is a script: the type is `ScriptedDecision`, with `script: Rate`.";
    expect(findingsOf(["ScriptedDecision {\n    script: Rate", "Rate {"])[0]).toEqual([
      "unknown-node-type",
      "Rate",
      help,
    ]);
  });

  test("the right text has none", () => {
    expect(findingsOf()).toEqual([]);
  });
});
