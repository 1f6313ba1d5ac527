import { expect, test } from "vitest";
import { analyse } from "../../src/compile/compile.js";
import { SourceFile } from "../../src/text/source-file.js";

const count = 15_000;
const names = Array.from({ length: count }, (_, index) => `o${index}`);

const journey = (arrows: readonly string[]) => `journey T {
  start -> S
  node S: ScriptedDecision {
    script: "s"
    outcomes: ${JSON.stringify(names)}
${arrows.map((name) => `    ${name} -> failure`).join("\n")}
  }
}
`;

test("a node with very many outcomes is read, from text to findings", () => {
  const { model, diagnostics } = analyse([new SourceFile("T.journey", journey(names))]);
  expect(model.journeys[0]?.nodes[0]?.connections.length).toBe(count);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("so do arrows of outcomes that do not exist, which are told as one mistake", () => {
  const unknown = names.map((name) => `x${name}`);
  const { diagnostics } = analyse([new SourceFile("T.journey", journey(unknown))]);
  const found = diagnostics.filter(({ code }) => code === "unknown-outcome");
  expect(found.map(({ message }) => message)).toEqual([
    'Node "S" has no outcome "xo0", "xo1", "xo2", "xo3", "xo4", "xo5" and 14994 more',
  ]);
});
