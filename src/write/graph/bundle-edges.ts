import type { GraphEdge, JourneyGraph } from "../../model/graph.js";
import { outcomeLabels } from "./outcome-label.js";

/** All arrows from one vertex to another, drawn as one. */
export interface EdgeBundle {
  readonly from: number;
  readonly to: number;
  /** The outcomes' labels; empty where the node has only one outcome. */
  readonly labels: readonly string[];
}

/**
 * Merges arrows with the same ends, in the author's order. Formats that place labels themselves become easier to read.
 */
export function bundleEdges(graph: JourneyGraph): readonly EdgeBundle[] {
  return graph.vertices.flatMap((vertex, from) => {
    const labels = new Map(
      vertex.kind === "node" ? outcomeLabels(vertex.node).map(({ id, label }) => [id, label]) : [],
    );
    const byTarget = new Map<number, string[]>();
    for (const edge of graph.outgoing[from] ?? []) {
      const merged = byTarget.get(edge.to) ?? [];
      byTarget.set(edge.to, merged);
      const label = labelOf(edge, labels);
      if (label !== "") merged.push(label);
    }
    return [...byTarget].map(([to, merged]) => ({ from, to, labels: merged }));
  });
}

function labelOf({ connection }: GraphEdge, labels: ReadonlyMap<string, string>): string {
  return labels.get(connection.outcomeId) ?? connection.outcomeId;
}
