import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGraph, type JourneyGraph, neighbours, vertexOfTarget } from "../../src/model/graph.js";
import { loops, stronglyConnectedComponents } from "../../src/model/graph-components.js";
import { immediateDominators, isDominatedBy } from "../../src/model/graph-dominators.js";
import { shortestPath } from "../../src/model/graph-path.js";
import { reachableFrom, reaching } from "../../src/model/graph-reachability.js";
import { journey, journeyOfNumbers, node } from "../support/journey-fixture.js";

/** Ask -> Find -> (true) Save -> success, (false) back to Ask; Lost is not reached. */
const sample = journey("Ask", [
  node("Ask", { outcome: "Find" }),
  node("Find", { true: "Save", false: "Ask" }),
  node("Save", { PATCHED: "success", FAILURE: "failure" }),
  node("Lost", { outcome: "#gone" }),
]);

const randomGraph = fc
  .integer({ min: 0, max: 12 })
  .chain((size) => fc.array(fc.array(fc.nat(size + 1), { maxLength: 3 }), { minLength: size, maxLength: size }))
  .map((targets) => createGraph(journeyOfNumbers(targets)));

const names = (graph: JourneyGraph, vertices: Iterable<number>) =>
  [...vertices].map((index) => {
    const vertex = graph.vertices[index]!;
    return vertex.kind === "node" ? vertex.node.name : vertex.kind;
  });

describe("createGraph", () => {
  const graph = createGraph(sample);

  it("has start, the nodes in the author's order and both ends", () => {
    expect(names(graph, graph.vertices.keys())).toEqual(["start", "Ask", "Find", "Save", "Lost", "success", "failure"]);
  });

  it("has an edge for each connection, none to a foreign id", () => {
    expect(graph.outgoing.map((edges) => edges.map((edge) => edge.connection.outcomeId))).toEqual([
      [""],
      ["outcome"],
      ["true", "false"],
      ["PATCHED", "FAILURE"],
      [],
      [],
      [],
    ]);
    expect(names(graph, neighbours(graph.incoming[1]!, "from"))).toEqual(["start", "Find"]);
  });

  it("finds targets by name, the first where a name stands twice", () => {
    const twice = createGraph(journey(undefined, [node("A", {}), node("A", {})]));
    expect(twice.byName.get("A")).toBe(1);
    expect(vertexOfTarget(twice, { kind: "node", name: "constructor" })).toBeUndefined();
    expect(vertexOfTarget(twice, { kind: "foreign", id: "A" })).toBeUndefined();
    expect(vertexOfTarget(twice, { kind: "failure" })).toBe(twice.failure);
  });
});

describe("reachability", () => {
  const graph = createGraph(sample);

  it("follows arrows forwards and backwards", () => {
    expect(names(graph, reachableFrom(graph, graph.start))).toEqual([
      "start",
      "Ask",
      "Find",
      "Save",
      "success",
      "failure",
    ]);
    expect(names(graph, reaching(graph, graph.success))).toEqual(["success", "Save", "Find", "Ask", "start"]);
  });

  it("leaves out what the filter refuses", () => {
    const found = reachableFrom(graph, graph.start, (edge) => edge.connection.outcomeId !== "true");
    expect(names(graph, found)).toEqual(["start", "Ask", "Find"]);
  });
});

describe("shortestPath", () => {
  it("finds the fewest steps, the first in the author's order", () => {
    const graph = createGraph(sample);
    const path = shortestPath(graph, graph.start, graph.failure);
    expect(path?.map((edge) => edge.connection.outcomeId)).toEqual(["", "outcome", "true", "FAILURE"]);
    expect(shortestPath(graph, graph.start, graph.start)).toEqual([]);
    expect(shortestPath(graph, graph.success, graph.start)).toBeUndefined();
  });

  it("exists exactly where the target is reachable, and is made of joined edges", () => {
    fc.assert(
      fc.property(randomGraph, fc.nat(), fc.nat(), (graph, a, b) => {
        const from = a % graph.vertices.length;
        const to = b % graph.vertices.length;
        const path = shortestPath(graph, from, to);
        expect(path !== undefined).toBe(reachableFrom(graph, from).has(to));
        let at = from;
        for (const edge of path ?? []) {
          expect(edge.from).toBe(at);
          at = edge.to;
        }
        if (path) expect(at).toBe(to);
      }),
    );
  });
});

describe("stronglyConnectedComponents", () => {
  it("groups exactly the vertices that reach one another", () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const { groups, groupOf } = stronglyConnectedComponents(graph);
        const reach = graph.vertices.map((_, vertex) => reachableFrom(graph, vertex));
        for (const a of graph.vertices.keys()) {
          for (const b of graph.vertices.keys()) {
            expect(groupOf[a] === groupOf[b]).toBe(reach[a]!.has(b) && reach[b]!.has(a));
            if (reach[a]!.has(b)) expect(groupOf[b]).toBeLessThanOrEqual(groupOf[a]!);
          }
        }
        expect(groups.flat().sort((a, b) => a - b)).toEqual([...graph.vertices.keys()]);
      }),
    );
  });

  it("tells loops from single vertices", () => {
    const graph = createGraph(
      journey("A", [node("A", { again: "A", on: "B" }), node("B", { on: "C" }), node("C", { back: "B" })]),
    );
    const found = loops(graph, stronglyConnectedComponents(graph));
    expect(found.map((group) => names(graph, group).sort())).toEqual([["B", "C"], ["A"]]);
  });
});

describe("immediateDominators", () => {
  it("agrees with leaving each vertex out", () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const dominators = immediateDominators(graph);
        const reached = reachableFrom(graph, graph.start);
        for (const by of reached) {
          const without = by === graph.start ? new Set() : reachableFrom(graph, graph.start, (edge) => edge.to !== by);
          for (const vertex of reached)
            expect(isDominatedBy(dominators, vertex, by)).toBe(!without.has(vertex) || vertex === by);
        }
        for (const vertex of graph.vertices.keys())
          if (!reached.has(vertex)) expect(dominators[vertex]).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it("names the last step that cannot be avoided", () => {
    const graph = createGraph(sample);
    expect(names(graph, [immediateDominators(graph)[graph.failure]!])).toEqual(["Save"]);
  });
});

describe("long journeys", () => {
  it("needs no recursion", () => {
    const size = 30_000;
    const graph = createGraph(
      journeyOfNumbers(Array.from({ length: size }, (_, index) => [index + 1, Math.max(0, index - 7)])),
    );
    expect(reachableFrom(graph, graph.start).size).toBe(size + 2);
    expect(stronglyConnectedComponents(graph).groups).toHaveLength(4);
    expect(immediateDominators(graph)[graph.success]).toBe(size);
    expect(shortestPath(graph, graph.start, graph.success)).toHaveLength(size + 1);
  });
});
