import { expect, test } from "vitest";
import { createGraph } from "../../src/model/graph.js";
import { filteredGraph, shortestCycle } from "../../src/model/graph-cycle.js";
import { journey, node } from "../support/journey-fixture.js";

const graph = createGraph(
  journey("A", [
    node("A", { long: "B", short: "C", out: "success" }),
    node("B", { on: "C" }),
    node("C", { back: "A" }),
    node("D", { self: "D", on: "A" }),
    node("E", { on: "failure" }),
  ]),
);

const cycleOf = (name: string, of = graph) =>
  shortestCycle(of, of.byName.get(name) ?? 0)?.map(({ connection }) => connection.outcomeId);

test("the shortest way from a node back to itself", () => {
  expect(cycleOf("A")).toEqual(["short", "back"]);
  expect(cycleOf("B")).toEqual(["on", "back", "long"]);
  expect(cycleOf("D")).toEqual(["self"]);
  expect(cycleOf("E")).toBeUndefined();
});

test("a graph without some of its edges lacks them at both ends", () => {
  const without = filteredGraph(graph, ({ connection }) => connection.outcomeId !== "short");
  expect(cycleOf("A", without)).toEqual(["long", "on", "back"]);
  const intoC = without.incoming[without.byName.get("C") ?? 0] ?? [];
  expect(intoC.map(({ connection }) => connection.outcomeId)).toEqual(["on"]);
  expect(without.vertices).toBe(graph.vertices);
});
