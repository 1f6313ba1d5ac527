import type { JourneyGraph } from "./graph.js";
import { dominance, dominatorsFrom, turned } from "./graph-dominators.js";

/** Whether some path leads from a vertex to one of the ends without passing another vertex. */
export type LeadsThere = (vertex: number, without: number) => boolean;

/**
 * Answers for any two vertices in constant time. Seen from the ends, backwards, a vertex that every path passes is a dominator.
 */
export function waysTo(graph: JourneyGraph, ends: readonly number[]): LeadsThere {
  const root = graph.vertices.length;
  const fromRoot = ends.map((to) => ({ from: root, to }));
  const outgoing = [...turned(graph.incoming), fromRoot];
  const incoming = [...turned(graph.outgoing), []];
  for (const edge of fromRoot) incoming[edge.to]?.push(edge);
  const dominators = dominatorsFrom({ outgoing, incoming }, root);
  const isPassed = dominance(dominators);
  return (vertex, without) => dominators[vertex] !== undefined && !isPassed(vertex, without);
}
