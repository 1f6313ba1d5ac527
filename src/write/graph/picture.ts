import { assignRows } from "../../layout/assign-rows.js";
import { type ForwardEdges, forwardEdges } from "../../layout/forward-edges.js";
import { assignColumns } from "../../layout/grid.js";
import { orderColumns } from "../../layout/order-columns.js";
import { createGraph, type GraphEdge, type JourneyGraph } from "../../model/graph.js";
import type { Coordinates, Journey } from "../../model/model.js";
import { planLanes } from "./lanes.js";
import { levelBoxes } from "./level-boxes.js";
import { type NodeBox, nodeBox } from "./node-box.js";
import { PictureGrid } from "./picture-grid.js";
import { routePicture } from "./route-picture.js";
import { straightenLanes } from "./straighten-lanes.js";

/** A journey with everything in its place, ready to be drawn as SVG or HTML. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PictureBox[];
  readonly arrows: readonly PictureArrow[];
  readonly trunks: readonly PictureTrunk[];
}

export interface PictureBox extends NodeBox {
  /** The index of the vertex in the journey's graph. */
  readonly index: number;
  /** Whether some path from the start leads here. */
  readonly reached: boolean;
  readonly x: number;
  readonly y: number;
}

/**
 * The part of an arrow that it does not share: from its port to the shared line, or to its target in the next column.
 */
export interface PictureArrow {
  readonly edge: GraphEdge;
  readonly label: string;
  /** Whether the arrow closes a loop. */
  readonly back: boolean;
  /** The column where the arrow joins the shared line. */
  readonly column: number;
  /** The corners of the line; all its parts are horizontal or vertical. */
  readonly points: readonly Coordinates[];
}

/** A part of the line that all arrows to one target share; it is drawn once. */
export interface PictureTrunk {
  readonly target: number;
  readonly back: boolean;
  /** The column where the part begins. */
  readonly column: number;
  readonly points: readonly Coordinates[];
}

/**
 * Lays out a journey for a picture. Given coordinates are ignored, because they are for the platform's canvas and its
 * boxes.
 */
export function layOutPicture(journey: Journey): Picture {
  const graph = createGraph(journey);
  const forward = forwardEdges(graph);
  const columnOf = assignColumns(graph, forward);
  const plan = planLanes(graph, forward, columnOf);
  const boxes = measureBoxes(graph, plan.far);
  const grid = new PictureGrid(boxes, columnOf);
  for (const vertex of forward.reading) if (isShown(graph, vertex)) grid.place(vertex);
  for (const lane of plan.lanes) grid.addLane(lane);
  const ordered = orderColumns(grid);
  const tops = [...assignRows(grid, ordered)].map(Math.round);
  const columns = ordered.map((column) => column.filter((item) => !grid.turns.has(item)));
  levelBoxes(grid, columns, tops, boxes.length);
  straighten(grid, columns, tops, boxes, forward);
  return routePicture({ graph, boxes, columnOf, grid, columns, tops });
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
