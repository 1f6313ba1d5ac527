import type { JourneyGraph } from "../model/graph.js";
import type { Coordinates } from "../model/model.js";
import { boxWidth, columnPitch, heightOf as heightOfBox, margin, rowGap } from "./box.js";
import type { ForwardEdges } from "./forward-edges.js";

/** Coordinates beyond this are kept, but nothing is placed relative to them. */
const farthest = 1e9;

/**
 * Places nodes without coordinates around those with coordinates: to the right of everything that leads to them, near
 * its level, and where there is space. Given coordinates stay, whatever they are.
 */
export function placeAround(
  graph: JourneyGraph,
  forward: ForwardEdges,
  given: ReadonlyMap<number, Coordinates>,
): ReadonlyMap<number, Coordinates> {
  const near = new Map([...given].filter(([, at]) => Math.abs(at.x) < farthest && Math.abs(at.y) < farthest));
  const columnOf = chooseColumns(graph, forward, near);
  const members = new Map<number, number[]>();
  for (const vertex of forward.order) {
    const column = columnOf.get(vertex);
    if (column === undefined || given.has(vertex)) continue;
    const group = members.get(column);
    if (group) group.push(vertex);
    else members.set(column, [vertex]);
  }
  const obstacles = obstaclesByColumn(graph, near);
  const placed = new Map(near);
  for (const [column, group] of [...members].sort(([a], [b]) => a - b)) {
    const wishes = group.map((vertex) => ({
      vertex,
      height: heightOf(graph, vertex),
      top: wishOf(graph, forward, vertex, placed),
    }));
    const free = fitColumn(wishes, obstacles.get(column) ?? []);
    for (const [vertex, y] of free) placed.set(vertex, { x: leftOf(column), y });
  }
  return new Map([...placed, ...given]);
}

function leftOf(column: number): number {
  return margin + column * columnPitch;
}

/** The first column that is completely to the right of a box at `x`, with space for the arrow. */
function columnAfter(x: number): number {
  return Math.ceil((x + columnPitch - margin) / columnPitch);
}

function columnBefore(x: number): number {
  return Math.floor((x - columnPitch - margin) / columnPitch);
}

/** The columns of all nodes without coordinates, in the order of the forward edges. */
function chooseColumns(
  graph: JourneyGraph,
  forward: ForwardEdges,
  given: ReadonlyMap<number, Coordinates>,
): ReadonlyMap<number, number> {
  const columnOf = new Map<number, number>();
  const after = (vertex: number) => {
    const at = given.get(vertex);
    return at ? columnAfter(at.x) : (columnOf.get(vertex) ?? 0) + 1;
  };
  let last = 1;
  for (const vertex of forward.order) {
    if (vertex === graph.success || vertex === graph.failure) continue;
    if (!given.has(vertex)) {
      const afterSources = (forward.incoming[vertex] ?? []).map((edge) => after(edge.from));
      columnOf.set(vertex, vertex === graph.start ? columnOfStart(forward, graph, given) : greatest(afterSources, 1));
    }
    last = Math.max(last, after(vertex));
  }
  for (const vertex of [graph.success, graph.failure]) if (!given.has(vertex)) columnOf.set(vertex, last);
  return columnOf;
}

function columnOfStart(forward: ForwardEdges, graph: JourneyGraph, given: ReadonlyMap<number, Coordinates>): number {
  const entry = forward.outgoing[graph.start]?.[0];
  const at = entry && given.get(entry.to);
  // The canvas starts at 0: no export of the platform has a negative coordinate.
  return at ? Math.max(0, columnBefore(at.x)) : 0;
}

function greatest(values: readonly number[], atLeast: number): number {
  return values.reduce((greater, value) => Math.max(greater, value), atLeast);
}

interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** The given boxes that reach into each column, from top to bottom. A box touches two columns at most. */
function obstaclesByColumn(graph: JourneyGraph, given: ReadonlyMap<number, Coordinates>): Map<number, Span[]> {
  const columns = new Map<number, Span[]>();
  for (const [vertex, at] of given) {
    const span = { top: at.y, bottom: at.y + heightOf(graph, vertex) };
    const first = Math.ceil((at.x - margin - boxWidth) / columnPitch);
    for (let column = first; leftOf(column) <= at.x + boxWidth; column++) {
      const spans = columns.get(column);
      if (spans) spans.push(span);
      else columns.set(column, [span]);
    }
  }
  for (const spans of columns.values()) spans.sort((a, b) => a.top - b.top);
  return columns;
}

/** The level of the nodes that a vertex is linked to. */
function wishOf(
  graph: JourneyGraph,
  forward: ForwardEdges,
  vertex: number,
  placed: ReadonlyMap<number, Coordinates>,
): number {
  const linked = [
    ...(forward.incoming[vertex] ?? []).map((edge) => edge.from),
    ...(forward.outgoing[vertex] ?? []).map((edge) => edge.to),
  ];
  const levels = linked.flatMap((other) => {
    const at = placed.get(other);
    return at ? [at.y + heightOf(graph, other) / 2] : [];
  });
  if (levels.length === 0) return margin;
  return levels.reduce((sum, level) => sum + level, 0) / levels.length - heightOf(graph, vertex) / 2;
}

/** Goes down a column once and moves each box below everything in its way. */
function fitColumn(
  wishes: readonly { readonly vertex: number; readonly height: number; readonly top: number }[],
  obstacles: readonly Span[],
): ReadonlyMap<number, number> {
  const tops = new Map<number, number>();
  let free = 0;
  let next = 0;
  for (const { vertex, height, top: wish } of [...wishes].sort((a, b) => a.top - b.top)) {
    let top = Math.max(Math.round(wish), free);
    for (let span = obstacles[next]; span && span.top < top + height + rowGap; span = obstacles[++next]) {
      top = Math.max(top, Math.ceil(span.bottom) + rowGap);
    }
    tops.set(vertex, top);
    free = Math.ceil(top + height + rowGap);
  }
  return tops;
}

function heightOf(graph: JourneyGraph, vertex: number): number {
  const found = graph.vertices[vertex];
  return found ? heightOfBox(found) : 0;
}
