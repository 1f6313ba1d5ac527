import type { Place } from "../diagnostics/diagnostic.js";
import type { GraphEdge, JourneyGraph } from "../model/graph.js";
import { outcomeWithId } from "../model/outcome-index.js";

/**
 * The places that decide whether a path can be taken: connections for outcomes that a node does not have, and the targets of all
 * outcomes of the nodes on it. What is wrong there is mended before the path is looked at.
 */
export function placesOfPath(graph: JourneyGraph, path: readonly GraphEdge[]): readonly Place[] {
  return path.flatMap(({ from, connection }) => {
    const vertex = graph.vertices[from];
    if (vertex?.kind !== "node") return [];
    const { outcomes, connections } = vertex.node;
    const isStale = outcomeWithId(outcomes, connection.outcomeId) === undefined;
    const targets = connections.map(({ targetPlace }) => targetPlace);
    return isStale ? [connection.place, ...targets] : targets;
  });
}
