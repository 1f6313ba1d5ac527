import type { EdgeFilter, GraphEdge, JourneyGraph } from "../../model/graph.js";
import { dominance, immediateDominators } from "../../model/graph-dominators.js";

/**
 * Tells of a vertex whether some path has taken one of the given edges before it visits the vertex for the first time. It works on
 * a graph with every vertex twice, before and after such an edge: the second one is reached without the first.
 */
export function takenBeforeFirstVisit(graph: JourneyGraph, isTaken: EdgeFilter): (vertex: number) => boolean {
  const size = graph.vertices.length;
  const before = (edge: GraphEdge) => (isTaken(edge) ? { ...edge, to: edge.to + size } : edge);
  const after = (edge: GraphEdge) => ({ ...edge, from: edge.from + size, to: edge.to + size });
  const outgoing = [
    ...graph.outgoing.map((edges) => edges.map(before)),
    ...graph.outgoing.map((edges) => edges.map(after)),
  ];
  const incoming: GraphEdge[][] = outgoing.map(() => []);
  for (const edges of outgoing) for (const edge of edges) incoming[edge.to]?.push(edge);
  const doubled = { ...graph, vertices: [...graph.vertices, ...graph.vertices], outgoing, incoming };
  const dominators = immediateDominators(doubled);
  const isDominated = dominance(dominators);
  return (vertex) => {
    const isReached = dominators[vertex + size] !== undefined;
    return isReached && !isDominated(vertex + size, vertex);
  };
}
