import { expect, test } from "vitest";
import { innerJourneyIds } from "../../src/model/inner-journeys.js";
import { reachableJourneys } from "../../src/model/reachable-journeys.js";
import { once } from "../support/once.js";
import { bindText } from "../support/read-project.js";

/** A journey that runs others. */
const runs = (name: string, ...trees: readonly string[]) => {
  const nodes = trees.map(
    (tree, index) => `  node N${index}: InnerTreeEvaluator {\n    tree: ${tree}\n\n    true, false -> success\n  }\n`,
  );
  return `journey ${name} {\n  start -> ${trees.length > 0 ? "N0" : "success"}\n\n${nodes.join("\n")}}\n`;
};
const text = [
  runs("A", '"B"', '"C"'),
  runs("B", '"D"'),
  runs("C", '"A"', '"D"'),
  runs("D"),
  runs("E", '"D"', '"Gone"'),
  runs("F", '"D"', '{ "$string": "&{esv.tree}" }'),
].join("\n");

const journeysOf = once((source: string) => bindText(source).model.journeys);
const find = (id: string) => journeysOf(text).find((journey) => journey.id === id);

test("the inner journeys of a journey are those that its nodes name", () => {
  expect([...innerJourneyIds(find("A")!)]).toEqual(["B", "C"]);
  expect([...innerJourneyIds(find("D")!)]).toEqual([]);
});

test("those that may run in it come with the nearest first, each once", () => {
  const { journeys: found, isComplete } = reachableJourneys(find("A")!, find);
  expect([found.map(({ id }) => id), isComplete]).toEqual([["A", "B", "C", "D"], true]);
});

test.each(["E", "F"])("one that nobody has, or that cannot be read, makes those of %s incomplete", (id) => {
  const { journeys: found, isComplete } = reachableJourneys(find(id)!, find);
  expect([found.map((journey) => journey.id), isComplete]).toEqual([[id, "D"], false]);
});
