import type { GraphVertex } from "../../model/graph.js";
import { loops, stronglyConnectedComponents } from "../../model/graph-components.js";
import { filteredGraph, shortestCycle } from "../../model/graph-cycle.js";
import { pathText } from "../describe-node.js";
import { asksNothing, hasRole } from "../node-behaviour.js";
import { journeyRule } from "../rule.js";

/**
 * Reports loops of nodes that never send anything to the client. Nodes that count how often they are passed end such a
 * loop, and what the catalogue does not know, a script or an inner journey, may ask: loops through those are left out.
 * Whether the outcomes that make the loop really follow one another is not known, so a report may be harmless.
 */
export const loopWithoutQuestion = journeyRule("loop-without-question", "may-overreport", (facts, report) => {
  if (facts.loops.length === 0) return;
  const { graph, reached } = facts;
  const silent = new Set(facts.loops.flat().filter((vertex) => reached.has(vertex) && runsOn(graph.vertices[vertex])));
  if (silent.size === 0) return;
  const within = filteredGraph(graph, ({ from, to }) => silent.has(from) && silent.has(to));
  for (const [first] of loops(within, stronglyConnectedComponents(within)).map(inAuthorsOrder)) {
    const vertex = first === undefined ? undefined : graph.vertices[first];
    const cycle = first === undefined ? undefined : shortestCycle(within, first);
    if (vertex?.kind !== "node" || cycle === undefined) continue;
    report({ at: vertex.node.namePlace, args: { path: pathText(graph, cycle) } });
  }
});

function runsOn(vertex: GraphVertex | undefined): boolean {
  return vertex?.kind === "node" && asksNothing(vertex.node) && !hasRole(vertex.node, "limits-retries");
}

function inAuthorsOrder(group: readonly number[]): readonly number[] {
  return [...group].sort((left, right) => left - right);
}
