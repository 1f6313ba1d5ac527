import type { GraphEdge, JourneyGraph } from "../../model/graph.js";
import { reachableFrom } from "../../model/graph-reachability.js";
import type { Coordinates } from "../../model/model.js";
import { tracksOfGaps } from "./gaps.js";
import type { Lane } from "./lanes.js";
import type { NodeBox } from "./node-box.js";
import type { Picture, PictureArrow, PictureBox, PictureTrunk } from "./picture.js";
import { type LaneItems, laneMiddle, type PictureGrid } from "./picture-grid.js";
import { type ColumnPlaces, placeColumns } from "./place-columns.js";
import { joinColumn, type LaneCourse, laneStep, ownStep, type RouteStep } from "./route.js";

/** Boxes in columns with their tops, before lines are drawn between the columns. */
export interface Arrangement {
  readonly graph: JourneyGraph;
  readonly boxes: readonly NodeBox[];
  readonly columnOf: readonly number[];
  readonly grid: PictureGrid;
  readonly columns: readonly (readonly number[])[];
  readonly tops: readonly number[];
}

/** The lines of a lane: those of single arrows, and those that arrows share. */
interface LaneRoute {
  readonly lane: Lane;
  readonly own: readonly { readonly edge: GraphEdge; readonly join: number; readonly step: RouteStep }[];
  /** The shared steps, in the direction of the arrows. */
  readonly shared: readonly { readonly column: number; readonly step: RouteStep }[];
}

/** Free space around the picture, and above it for its title. */
export const pictureMargin = { side: 28, top: 64, bottom: 28 };

/** Finds the paths of all arrows, gives the gaps between columns their widths, and places all boxes. */
export function routePicture(arrangement: Arrangement): Picture {
  const { boxes, columns } = arrangement;
  const routes = arrangement.grid.lanes.map((items) => routeLane(items, arrangement));
  const steps = routes.flatMap(({ lane, own, shared }) =>
    [...own, ...shared].map(({ step }) => ({ target: lane.target, step })),
  );
  const places = placeColumns(boxes, columns, tracksOfGaps(steps, columns.length), pictureMargin.side);
  const { least, most } = extent(arrangement);
  const down = pictureMargin.top - least;
  return {
    width: places.width,
    height: Math.ceil(most + down + pictureMargin.bottom),
    boxes: placeBoxes(arrangement, places, down),
    arrows: routes.flatMap((route) => arrowsOf(route, arrangement, places, down)),
    trunks: routes.flatMap((route) => trunksOf(route, places, down)),
  };
}

function routeLane({ lane, first, items }: LaneItems, { boxes, columnOf, tops }: Arrangement): LaneRoute {
  const course: LaneCourse = {
    back: lane.back,
    targetColumn: columnOf[lane.target] ?? 0,
    entry: (tops[lane.target] ?? 0) + (boxes[lane.target]?.entry ?? 0),
    laneAt: (column) => (tops[items[column - first] ?? -1] ?? 0) + laneMiddle,
  };
  const own = lane.edges.map((edge) => {
    const box = boxes[edge.from];
    const port = box?.portOf.get(edge.connection.outcomeId)?.y ?? box?.entry ?? 0;
    const column = columnOf[edge.from] ?? 0;
    return { edge, join: joinColumn(course, column), step: ownStep(course, column, (tops[edge.from] ?? 0) + port) };
  });
  const shared = items.map((_, index) => ({ column: first + index, step: laneStep(course, first + index) }));
  return { lane, own, shared: lane.back ? shared.reverse() : shared };
}

function placeBoxes(
  { boxes, columns, tops, graph }: Arrangement,
  { lefts, widths }: ColumnPlaces,
  down: number,
): readonly PictureBox[] {
  const reached = reachableFrom(graph, graph.start);
  return columns.flatMap((items, column) =>
    items.flatMap((index): PictureBox[] => {
      const box = boxes[index];
      if (!box) return [];
      const width = box.vertex.kind === "node" ? (widths[column] ?? box.width) : box.width;
      const [x, y] = [lefts[column] ?? 0, (tops[index] ?? 0) + down];
      return [{ ...box, index, reached: reached.has(index), x, y, width }];
    }),
  );
}

function arrowsOf(
  { lane, own }: LaneRoute,
  { boxes, columnOf }: Arrangement,
  places: ColumnPlaces,
  down: number,
): readonly PictureArrow[] {
  return own.map(({ edge, join, step }) => {
    const column = columnOf[edge.from] ?? 0;
    const box = boxes[edge.from];
    const width = box?.vertex.kind === "node" ? (places.widths[column] ?? 0) : (box?.width ?? 0);
    const start = { x: (places.lefts[column] ?? 0) + width, y: step.from.y + down };
    const label = box?.portOf.get(edge.connection.outcomeId)?.name ?? "";
    const points = [start, ...pointsOf(step, lane.target, places, down)];
    return { edge, label, back: lane.back, column: join, points };
  });
}

/** The shared line of a lane, in parts that begin where arrows join it. */
function trunksOf({ lane, own, shared }: LaneRoute, places: ColumnPlaces, down: number): readonly PictureTrunk[] {
  const joins = new Set(own.map(({ join }) => join));
  const pieces: { column: number; points: Coordinates[] }[] = [];
  for (const { column, step } of shared) {
    let piece = pieces.at(-1);
    if (piece === undefined || joins.has(column)) {
      piece = { column, points: [{ x: edgeOf(column, lane.back, places), y: step.from.y + down }] };
      pieces.push(piece);
    }
    piece.points.push(...pointsOf(step, lane.target, places, down));
  }
  return pieces.map(({ column, points }) => ({ target: lane.target, back: lane.back, column, points }));
}

/** The x at which a lane enters a column. */
function edgeOf(column: number, back: boolean, { lefts, widths }: ColumnPlaces): number {
  return (lefts[column] ?? 0) + (back ? (widths[column] ?? 0) : 0);
}

/** The corners of a step, and its end at the edge of the next column. */
function pointsOf(
  { gap, from, to }: RouteStep,
  target: number,
  places: ColumnPlaces,
  down: number,
): readonly Coordinates[] {
  const end = { x: to.side === "left" ? edgeOf(gap, true, places) : edgeOf(gap + 1, false, places), y: to.y + down };
  if (from.y === to.y && from.side !== to.side) return [end];
  const x = places.trackAt(gap, target);
  return [{ x, y: from.y + down }, { x, y: to.y + down }, end];
}

function extent({ grid, columns, tops }: Arrangement): { readonly least: number; readonly most: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const items of columns) {
    for (const item of items) {
      least = Math.min(least, tops[item] ?? 0);
      most = Math.max(most, (tops[item] ?? 0) + (grid.items[item]?.height ?? 0));
    }
  }
  return { least, most };
}
