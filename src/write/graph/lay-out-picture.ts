import { assignColumns } from "../../layout/assign-columns.js";
import { assignRows } from "../../layout/assign-rows.js";
import { type ForwardEdges, forwardEdges } from "../../layout/forward-edges.js";
import { orderColumns } from "../../layout/order-columns.js";
import { createGraph, type GraphEdge, type JourneyGraph } from "../../model/graph.js";
import { reachableFrom } from "../../model/graph-reachability.js";
import type { Journey } from "../../model/model.js";
import { foldPicture } from "./fold-picture.js";
import { planLanes } from "./lanes.js";
import { levelBoxes } from "./level-boxes.js";
import { type NodeBox, nodeBox } from "./node-box.js";
import type { Picture } from "./picture.js";
import { PictureGrid } from "./picture-grid.js";
import { routePicture } from "./route-picture.js";
import { straightenLanes } from "./straighten-lanes.js";

/** Space between two boxes of a column; small corrections may use some of it. */
const boxGap = 22;

/**
 * Lays out a journey for a picture. Given coordinates are ignored, because they are for the platform's canvas and its
 * boxes.
 */
export function layOutPicture(journey: Journey): Picture {
  const graph = createGraph(journey);
  const forward = forwardEdges(graph);
  const columnOf = besideTargets(graph, forward, assignColumns(graph, forward));
  const plan = planLanes(graph, forward, columnOf);
  const boxes = measureBoxes(graph, plan.far);
  const grid = new PictureGrid(boxes, columnOf);
  for (const vertex of forward.reading) if (isShown(graph, vertex)) grid.place(vertex);
  for (const lane of plan.lanes) grid.addLane(lane);
  const ordered = orderColumns(grid);
  const tops = [...assignRows(grid, ordered, boxGap)].map(Math.round);
  const columns = ordered.map((column) => column.filter((item) => !grid.turns.has(item)));
  levelBoxes(grid, columns, tops, boxes.length);
  straighten(grid, columns, tops, boxes, forward);
  return foldPicture(routePicture({ graph, boxes, columnOf, grid, columns, tops }));
}

/** Moves what no path from the start reaches next to where it leads, so that its lines do not run through all columns. */
function besideTargets(graph: JourneyGraph, forward: ForwardEdges, columnOf: readonly number[]): readonly number[] {
  const reached = reachableFrom(graph, graph.start);
  const moved = [...columnOf];
  for (const vertex of forward.order.toReversed()) {
    const targets = forward.outgoing[vertex] ?? [];
    if (reached.has(vertex) || targets.length === 0) continue;
    moved[vertex] = targets.reduce((least, { to }) => Math.min(least, moved[to] ?? 0), Number.POSITIVE_INFINITY) - 1;
  }
  return moved;
}

/** Whether a vertex is drawn. An end that nothing leads to is not. */
function isShown(graph: JourneyGraph, vertex: number): boolean {
  const isEnd = vertex === graph.success || vertex === graph.failure;
  return !isEnd || (graph.incoming[vertex]?.length ?? 0) > 0;
}

function measureBoxes(graph: JourneyGraph, far: ReadonlySet<GraphEdge>): readonly NodeBox[] {
  return graph.vertices.map((vertex, index) => {
    const named = new Set(
      (graph.outgoing[index] ?? []).filter((edge) => far.has(edge)).map((edge) => edge.connection.outcomeId),
    );
    return nodeBox(vertex, (outcomeId) => (named.has(outcomeId) ? "far" : "line"));
  });
}

function straighten(
  grid: PictureGrid,
  columns: readonly (readonly number[])[],
  tops: number[],
  boxes: readonly NodeBox[],
  forward: ForwardEdges,
): void {
  const rank = new Map(forward.reading.map((vertex, index) => [vertex, index]));
  straightenLanes(grid, columns, tops, ({ lane }) => {
    const entry = (tops[lane.target] ?? 0) + (boxes[lane.target]?.entry ?? 0);
    if (lane.back) return { from: entry, to: entry };
    const first = lane.edges.reduce((a, b) => ((rank.get(b.from) ?? 0) < (rank.get(a.from) ?? 0) ? b : a));
    const port = boxes[first.from]?.portOf.get(first.connection.outcomeId)?.y ?? 0;
    return { from: (tops[first.from] ?? 0) + port, to: entry };
  });
}
