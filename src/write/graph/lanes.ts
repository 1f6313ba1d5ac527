import type { ForwardEdges } from "../../layout/forward-edges.js";
import type { GraphEdge, JourneyGraph } from "../../model/graph.js";

/**
 * The paths of long arrows through columns. All arrows that lead to one target from the left share a lane, and all that
 * lead back to it share another, like a bus on a circuit diagram.
 */
export interface Lane {
  readonly target: number;
  /** Whether the lane leads back to the left; it then runs through the target's column too. */
  readonly back: boolean;
  /** The first and last column that the lane runs through; it runs through none where `last` is less than `first`. */
  readonly first: number;
  readonly last: number;
  readonly edges: readonly GraphEdge[];
}

/**
 * With more lane columns per vertex than this, nobody could follow the lines; the remaining arrows only name their
 * target.
 */
const columnsPerVertex = 40;

export interface LanePlan {
  readonly lanes: readonly Lane[];
  /** Edges that are not drawn as lines. */
  readonly far: ReadonlySet<GraphEdge>;
}

/** Plans the lanes of a journey. Shorter lanes come first, so that the longest are left out where there is no space. */
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
