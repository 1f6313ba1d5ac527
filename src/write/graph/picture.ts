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

/** A journey with everything in its place: what SVG and HTML draw. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PictureBox[];
  readonly arrows: readonly PictureArrow[];
  readonly trunks: readonly PictureTrunk[];
}

export interface PictureBox extends NodeBox {
  /** Its number in the journey's graph. */
  readonly index: number;
  /** Whether some path from the start leads here. */
  readonly reached: boolean;
  readonly x: number;
  readonly y: number;
}

/** What an arrow has of its own: from its port to the line that it shares, or to its target in the next column. */
export interface PictureArrow {
  readonly edge: GraphEdge;
  readonly label: string;
  /** It closes a loop. */
  readonly back: boolean;
  /** The column where it joins the shared line. */
  readonly column: number;
  /** All lines are level or upright. */
  readonly points: readonly Coordinates[];
}

/** A piece of the line that all arrows to one target share, drawn once. */
export interface PictureTrunk {
  readonly target: number;
  readonly back: boolean;
  /** The column where it begins. */
  readonly column: number;
  readonly points: readonly Coordinates[];
}

/** Lays a journey out for a picture. Given coordinates are for the platform's canvas and its boxes; here all is computed. */
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

/** An end that nothing leads to is not drawn. */
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
