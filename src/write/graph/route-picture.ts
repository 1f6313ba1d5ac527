import type { GraphEdge, JourneyGraph } from "../../model/graph.js";
import { reachableFrom } from "../../model/graph-reachability.js";
import type { Coordinates } from "../../model/model.js";
import type { NodeBox } from "./node-box.js";
import { type Net, orderTracks } from "./order-tracks.js";
import type { Picture, PictureArrow, PictureBox } from "./picture.js";
import { type LaneItems, laneMiddle, type PictureGrid } from "./picture-grid.js";
import { type RouteStep, routeSteps } from "./route.js";

/** Boxes in columns, with heights, before there is anything between the columns. */
export interface Arrangement {
  readonly graph: JourneyGraph;
  readonly boxes: readonly NodeBox[];
  readonly columnOf: readonly number[];
  readonly grid: PictureGrid;
  readonly columns: readonly (readonly number[])[];
  readonly tops: readonly number[];
}

interface Route {
  readonly edge: GraphEdge;
  readonly back: boolean;
  readonly fromY: number;
  readonly steps: readonly RouteStep[];
}

/** What stays free around the picture, and above it for its title. */
const margin = { side: 28, top: 64, bottom: 28 };
const trackWidth = 12;
/** Between the boxes of two columns and the first and last upright between them. */
const gapSide = { left: 18, right: 22 };

/** Finds the ways of all arrows, gives the gaps between columns the width they need, and all boxes their place. */
export function routePicture(arrangement: Arrangement): Picture {
  const routes = routesOf(arrangement);
  const tracks = netsByGap(routes, arrangement.columns.length).map((nets) => orderTracks([...nets.values()]));
  const across = placeColumns(arrangement, tracks);
  const { least, most } = extent(arrangement);
  const down = margin.top - least;
  const reached = reachableFrom(arrangement.graph, arrangement.graph.start);
  const boxes = arrangement.columns.flatMap((items, column) =>
    items.flatMap((item): PictureBox[] => {
      const box = arrangement.boxes[item];
      if (!box) return [];
      const width = across.widths[column] ?? box.width;
      const isNode = box.vertex.kind === "node";
      return [
        {
          ...box,
          index: item,
          reached: reached.has(item),
          x: across.lefts[column] ?? 0,
          y: (arrangement.tops[item] ?? 0) + down,
          width: isNode ? width : box.width,
        },
      ];
    }),
  );
  const arrows = routes.map((route) => arrowOf(route, arrangement, across, tracks, down));
  return { width: across.width, height: Math.ceil(most + down + margin.bottom), boxes, arrows };
}

function routesOf({ boxes, columnOf, grid, tops }: Arrangement): readonly Route[] {
  return grid.lanes.flatMap(({ lane, first, items }: LaneItems) => {
    const toY = (tops[lane.target] ?? 0) + (boxes[lane.target]?.entry ?? 0);
    const laneAt = (column: number) => (tops[items[column - first] ?? -1] ?? 0) + laneMiddle;
    return lane.edges.map((edge): Route => {
      const port = boxes[edge.from]?.portOf.get(edge.connection.outcomeId)?.y ?? boxes[edge.from]?.entry ?? 0;
      const fromY = (tops[edge.from] ?? 0) + port;
      const [fromColumn, toColumn] = [columnOf[edge.from] ?? 0, columnOf[lane.target] ?? 0];
      const steps = routeSteps({ fromColumn, fromY, toColumn, toY, back: lane.back, laneAt });
      return { edge, back: lane.back, fromY, steps };
    });
  });
}

interface GrowingNet extends Net {
  readonly left: Set<number>;
  readonly right: Set<number>;
}

/** The nets in the gap behind each column, by target. */
function netsByGap(routes: readonly Route[], columns: number): readonly ReadonlyMap<number, Net>[] {
  const gaps = Array.from({ length: columns }, () => new Map<number, GrowingNet>());
  for (const { edge, steps } of routes) {
    for (const { gap, from, to } of steps) {
      const nets = gaps[gap];
      let net = nets?.get(edge.to);
      if (!net) {
        net = { target: edge.to, left: new Set(), right: new Set() };
        nets?.set(edge.to, net);
      }
      net[from.side].add(from.y);
      net[to.side].add(to.y);
    }
  }
  return gaps;
}

interface Across {
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  readonly width: number;
}

function placeColumns({ boxes, columns }: Arrangement, tracks: readonly ReadonlyMap<number, number>[]): Across {
  const lefts: number[] = [];
  const widths: number[] = [];
  let x = margin.side;
  columns.forEach((items, column) => {
    const width = items.reduce((most, item) => Math.max(most, boxes[item]?.width ?? 0), 0);
    lefts.push(x);
    widths.push(width);
    const count = [...(tracks[column]?.values() ?? [])].reduce((most, track) => Math.max(most, track + 1), 0);
    x += width + (column === columns.length - 1 ? margin.side : gapWidth(count));
  });
  return { lefts, widths, width: x };
}

function gapWidth(tracks: number): number {
  return Math.max(48, gapSide.left + gapSide.right + Math.max(0, tracks - 1) * trackWidth);
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

function arrowOf(
  { edge, back, fromY, steps }: Route,
  { boxes, columnOf }: Arrangement,
  { lefts, widths }: Across,
  tracks: readonly ReadonlyMap<number, number>[],
  down: number,
): PictureArrow {
  const from = columnOf[edge.from] ?? 0;
  const source = boxes[edge.from];
  const port = source?.portOf.get(edge.connection.outcomeId);
  const width = source?.vertex.kind === "node" ? widths[from] : source?.width;
  const points: Coordinates[] = [{ x: (lefts[from] ?? 0) + (width ?? 0), y: fromY + down }];
  for (const { gap, from: begin, to } of steps) {
    if (begin.y === to.y && begin.side !== to.side) continue;
    const track = tracks[gap]?.get(edge.to) ?? 0;
    const x = (lefts[gap] ?? 0) + (widths[gap] ?? 0) + gapSide.left + track * trackWidth;
    points.push({ x, y: begin.y + down }, { x, y: to.y + down });
  }
  const last = steps.at(-1);
  points.push({ x: lefts[columnOf[edge.to] ?? 0] ?? 0, y: (last?.to.y ?? fromY) + down });
  return { edge, back, label: port?.name ?? "", points };
}
