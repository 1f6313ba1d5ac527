import type { ForwardEdges } from "../../layout/forward-edges.js";
import type { GraphEdge, JourneyGraph } from "../../model/graph.js";

/**
 * The ways that long arrows take through columns. All arrows to one target that come from the left share one lane, and
 * all that lead back to it another: a bus, as on a circuit diagram.
 */
export interface Lane {
  readonly target: number;
  /** Back to the left: the lane then runs through the target's column as well. */
  readonly back: boolean;
  /** The first and the last column that the lane runs through; none where the last is less. */
  readonly first: number;
  readonly last: number;
  readonly edges: readonly GraphEdge[];
}

/** Lanes beyond this many columns a vertex would be a thicket that nobody can follow; their arrows are told by name. */
const columnsPerVertex = 40;

export interface LanePlan {
  readonly lanes: readonly Lane[];
  /** Edges without a way of their own. */
  readonly far: ReadonlySet<GraphEdge>;
}

/** Plans the lanes of a journey: shorter ones first, so that it is the longest that go without where there is no room. */
export function planLanes(graph: JourneyGraph, forward: ForwardEdges, columnOf: readonly number[]): LanePlan {
  const wished = forward.reading.flatMap((target) => lanesTo(target, graph, forward, columnOf));
  const budget = graph.vertices.length * columnsPerVertex;
  const far = new Set<GraphEdge>();
  const kept = new Set<Lane>();
  let used = 0;
  for (const lane of [...wished].sort((a, b) => a.last - a.first - (b.last - b.first))) {
    used += Math.max(0, lane.last - lane.first + 1);
    if (used <= budget) kept.add(lane);
    else for (const edge of lane.edges) far.add(edge);
  }
  return { lanes: wished.filter((lane) => kept.has(lane)), far };
}

function lanesTo(
  target: number,
  graph: JourneyGraph,
  forward: ForwardEdges,
  columnOf: readonly number[],
): readonly Lane[] {
  const ahead = forward.incoming[target] ?? [];
  const known = new Set(ahead);
  const back = (graph.incoming[target] ?? []).filter((edge) => !known.has(edge));
  const column = columnOf[target] ?? 0;
  const from = (edge: GraphEdge) => columnOf[edge.from] ?? 0;
  const lanes: Lane[] = [];
  if (ahead.length > 0) {
    const first = ahead.reduce((least, edge) => Math.min(least, from(edge)), column) + 1;
    lanes.push({ target, back: false, first, last: column - 1, edges: ahead });
  }
  if (back.length > 0) {
    const last = back.reduce((most, edge) => Math.max(most, from(edge)), column);
    lanes.push({ target, back: true, first: column, last, edges: back });
  }
  return lanes;
}
