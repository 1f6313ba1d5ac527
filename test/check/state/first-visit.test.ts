import fc from "fast-check";
import { expect, test } from "vitest";
import { takenBeforeFirstVisit } from "../../../src/check/state/first-visit.js";
import { createGraph, type GraphEdge, type JourneyGraph } from "../../../src/model/graph.js";
import { reachableFrom, reaching } from "../../../src/model/graph-reachability.js";
import { journey, journeyOfNumbers, node } from "../../support/journey-fixture.js";

const graphs = fc
  .integer({ min: 0, max: 10 })
  .chain((size) => fc.array(fc.array(fc.nat(size + 1), { maxLength: 3 }), { minLength: size, maxLength: size }))
  .map((targets) => createGraph(journeyOfNumbers(targets)));

/** The definition: an edge that is reached without the vertex, and from which the vertex is reached. */
function asDefined(graph: JourneyGraph, vertex: number, isTaken: (edge: GraphEdge) => boolean): boolean {
  const earlier = reachableFrom(graph, graph.start, ({ from }) => from !== vertex);
  const isEarlier = ({ from }: GraphEdge) => from !== vertex && earlier.has(from);
  const last = reaching(graph, vertex, isEarlier);
  return [...last].some((to) => graph.incoming[to]!.some((edge) => isEarlier(edge) && isTaken(edge)));
}

test("an edge counts for a vertex if it is on a path to its first visit", () => {
  fc.assert(
    fc.property(graphs, fc.nat(2 ** 20), (graph, mask) => {
      const edges = graph.outgoing.flat();
      const isTaken = (edge: GraphEdge) => (mask & (1 << (edges.indexOf(edge) % 20))) !== 0;
      const taken = takenBeforeFirstVisit(graph, isTaken);
      for (const vertex of reachableFrom(graph, graph.start)) {
        if (vertex !== graph.start)
          expect([vertex, taken(vertex)]).toEqual([vertex, asDefined(graph, vertex, isTaken)]);
      }
    }),
    { numRuns: 400 },
  );
});

test("what a loop that leads back does comes too late", () => {
  const graph = createGraph(journey("Ask", [node("Ask", { outcome: "Save" }), node("Save", { outcome: "Ask" })]));
  const taken = takenBeforeFirstVisit(graph, ({ from }) => from === graph.byName.get("Save"));
  expect([taken(graph.byName.get("Ask")!), taken(graph.byName.get("Save")!)]).toEqual([false, false]);
  const asked = takenBeforeFirstVisit(graph, ({ from }) => from === graph.byName.get("Ask"));
  expect([asked(graph.byName.get("Ask")!), asked(graph.byName.get("Save")!)]).toEqual([false, true]);
});
