import type { GraphVertex } from "../../model/graph.js";
import { loops, stronglyConnectedComponents } from "../../model/graph-components.js";
import { filteredGraph, shortestCycle } from "../../model/graph-cycle.js";
import { pathText } from "../describe-node.js";
import { asksNothing, hasRole } from "../node-behaviour.js";
import { journeyRule } from "../rule.js";

/**
 * Reports loops of nodes that never send anything to the client. Nodes that count their visits end such a loop, and
 * unknown nodes, scripts and inner journeys may ask, so loops with one of these are not reported. It is not known
 * whether the outcomes of the loop can really follow one another, so a finding may be harmless.
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
