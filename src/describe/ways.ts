import type { GraphEdge, JourneyGraph } from "../model/graph.js";
import { immediateDominators } from "../model/graph-dominators.js";
import { shortestPath } from "../model/graph-path.js";
import { reaching } from "../model/graph-reachability.js";
import type { JourneyNode } from "../model/model.js";
import { outcomeLabels } from "../write/graph/outcome-label.js";
import type { WayStep, WaysToEnd } from "./description.js";
import type { LabelOf } from "./node-labels.js";
import { nodeAtVertex } from "./screens.js";

/** More ways to one end are counted, not listed. */
const mostWays = 8;

/** The ways to both ends. `reached` is in breadth-first order, so that shorter ways come first. */
export function waysToEnds(
  graph: JourneyGraph,
  reached: ReadonlySet<number>,
  labelOf: LabelOf,
): { readonly success: WaysToEnd; readonly failure: WaysToEnd } {
  const dominators = immediateDominators(graph);
  const waysTo = (end: number) => findWays(graph, reached, end, dominators, labelOf);
  return { success: waysTo(graph.success), failure: waysTo(graph.failure) };
}

function findWays(
  graph: JourneyGraph,
  reached: ReadonlySet<number>,
  end: number,
  dominators: readonly (number | undefined)[],
  labelOf: LabelOf,
): WaysToEnd {
  const leading = reaching(graph, end);
  const open = new Set(
    [...reached].flatMap((vertex) => (graph.outgoing[vertex] ?? []).filter(({ to }) => leading.has(to))),
  );
  const ways: (readonly WayStep[])[] = [];
  // The iteration passes over edges that a way before has taken.
  for (const edge of open) {
    if (ways.length === mostWays) break;
    const way = [
      ...(shortestPath(graph, graph.start, edge.from) ?? []),
      edge,
      ...(shortestPath(graph, edge.to, end) ?? []),
    ];
    for (const taken of way) open.delete(taken);
    ways.push(stepsOf(graph, way, labelOf));
  }
  const needed = reached.has(end) ? neededFor(end, dominators) : [];
  return {
    ways,
    left: open.size,
    needed: needed.flatMap((vertex) => {
      const node = nodeAtVertex(graph, vertex);
      return node === undefined ? [] : [labelOf(node)];
    }),
  };
}

function stepsOf(graph: JourneyGraph, way: readonly GraphEdge[], labelOf: LabelOf): readonly WayStep[] {
  return way.flatMap(({ from, connection }) => {
    const node = nodeAtVertex(graph, from);
    return node === undefined ? [] : [{ node: labelOf(node), outcome: outcomeOf(node, connection.outcomeId) }];
  });
}

function outcomeOf(node: JourneyNode, outcomeId: string): string {
  return outcomeLabels(node).find(({ id }) => id === outcomeId)?.label ?? outcomeId;
}

/** The vertices that every way from the start to an end passes, in order. */
function neededFor(end: number, dominators: readonly (number | undefined)[]): readonly number[] {
  const needed: number[] = [];
  for (let at = dominators[end]; at !== undefined; at = dominators[at]) needed.push(at);
  return needed.reverse();
}
