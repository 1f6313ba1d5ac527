import fc from "fast-check";
import { expect, it } from "vitest";
import { createGraph } from "../../src/model/graph.js";
import { dominance, immediateDominators, isDominatedBy } from "../../src/model/graph-dominators.js";
import { endsOf, shortestPath, shortestPathsFrom } from "../../src/model/graph-path.js";
import { reachableFrom } from "../../src/model/graph-reachability.js";
import { waysTo } from "../../src/model/graph-ways.js";
import { journeyOfNumbers } from "../support/journey-fixture.js";

const randomGraph = fc
  .integer({ min: 0, max: 12 })
  .chain((size) => fc.array(fc.array(fc.nat(size + 1), { maxLength: 3 }), { minLength: size, maxLength: size }))
  .map((targets) => createGraph(journeyOfNumbers(targets)));

it("a way to an end that leaves a vertex out is found exactly where one is walked", () => {
  fc.assert(
    fc.property(randomGraph, fc.array(fc.nat(), { maxLength: 3 }), (graph, chosen) => {
      const ends = [...new Set(chosen.map((each) => each % graph.vertices.length))];
      const leadsThere = waysTo(graph, ends);
      for (const vertex of graph.vertices.keys()) {
        for (const without of graph.vertices.keys()) {
          const walked = reachableFrom(graph, vertex, ({ from, to }) => from !== without && to !== without);
          const expected = vertex !== without && ends.some((end) => end !== without && walked.has(end));
          expect(leadsThere(vertex, without)).toBe(expected);
        }
      }
    }),
    { numRuns: 500 },
  );
});

it("dominance says of any two vertices what the chain of dominators says", () => {
  fc.assert(
    fc.property(randomGraph, (graph) => {
      const dominators = immediateDominators(graph);
      const isDominated = dominance(dominators);
      for (const vertex of graph.vertices.keys())
        for (const by of graph.vertices.keys())
          expect(isDominated(vertex, by)).toBe(isDominatedBy(dominators, vertex, by));
    }),
    { numRuns: 300 },
  );
});

it("the ends of all shortest paths are those of each", () => {
  fc.assert(
    fc.property(randomGraph, fc.integer({ min: 1, max: 3 }), fc.nat(), (graph, atEachEnd, seed) => {
      const follow = ({ from, to }: { readonly from: number; readonly to: number }) => (from + to + seed) % 5 !== 0;
      const ends = shortestPathsFrom(graph, graph.start, follow, atEachEnd);
      for (const vertex of graph.vertices.keys()) {
        const path = shortestPath(graph, graph.start, vertex, follow);
        expect(ends(vertex)).toEqual(path && endsOf(path, atEachEnd));
      }
    }),
    { numRuns: 300 },
  );
});
