import { expect, test } from "vitest";
import { analyse } from "../../src/compile/compile.js";
import { SourceFile } from "../../src/text/source-file.js";

const count = 60_000;
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

// If each arrow looked through all outcomes, this would take minutes.
test("a node with very many outcomes takes seconds, from text to findings", () => {
  const start = performance.now();
  const { model, diagnostics } = analyse([new SourceFile("T.journey", journey(names))]);
  expect(model.journeys[0]?.nodes[0]?.connections.length).toBe(count);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(performance.now() - start).toBeLessThan(30_000);
});

test("so do arrows of outcomes that do not exist, each of which is reported", () => {
  const start = performance.now();
  const unknown = names.map((name) => `x${name}`);
  const { diagnostics } = analyse([new SourceFile("T.journey", journey(unknown))]);
  expect(diagnostics.filter(({ code }) => code === "unknown-outcome").length).toBe(count);
  expect(performance.now() - start).toBeLessThan(30_000);
});
