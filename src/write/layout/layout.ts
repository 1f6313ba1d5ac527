import { createGraph, type GraphVertex, type JourneyGraph } from "../../model/graph.js";
import type { Coordinates, Journey, TerminalName } from "../../model/model.js";
import { assignRows } from "./assign-rows.js";
import { columnPitch, margin } from "./box.js";
import { forwardEdges } from "./forward-edges.js";
import { createGrid } from "./grid.js";
import { orderColumns } from "./order-columns.js";
import { placeAround } from "./place-around.js";

/**
 * Finds the canvas position (top left corner) of every node and of `start`, `success` and `failure`, by node id and by
 * those three words. Given coordinates are kept; the rest is laid out from left to right. Inner nodes have none: the
 * platform stacks them inside their page.
 */
export function computeLayout(journey: Journey): ReadonlyMap<string, Coordinates> {
  const graph = createGraph(journey);
  const given = givenCoordinates(journey, graph);
  const placed = place(graph, given);
  const layout = new Map<string, Coordinates>();
  for (let index = 0; index < graph.vertices.length; index++) {
    const vertex = graph.vertices[index];
    const at = placed[index];
    if (vertex && at) layout.set(keyOf(vertex), at);
  }
  return layout;
}

/** Positions by vertex. */
type Positions = readonly (Coordinates | undefined)[];

function place(graph: JourneyGraph, given: ReadonlyMap<number, Coordinates>): Positions {
  if (given.size === 0) return placeAll(graph);
  const placed = given.size === graph.vertices.length ? given : placeAround(graph, forwardEdges(graph), given);
  return graph.vertices.map((_, index) => placed.get(index));
}

/** A layered layout: columns by the longest way from the start, few crossings, level arrows. */
function placeAll(graph: JourneyGraph): Positions {
  const grid = createGrid(graph, forwardEdges(graph));
  const columns = orderColumns(grid);
  const tops = assignRows(grid, columns);
  let highest = tops[0] ?? 0;
  for (let vertex = 1; vertex < graph.vertices.length; vertex++) highest = Math.min(highest, tops[vertex] ?? 0);
  const placed: (Coordinates | undefined)[] = graph.vertices.map(() => undefined);
  for (let column = 0; column < columns.length; column++) {
    for (const item of columns[column] ?? []) {
      if (item >= placed.length) continue;
      placed[item] = { x: margin + column * columnPitch, y: Math.round(margin + (tops[item] ?? 0) - highest) };
    }
  }
  return placed;
}

function givenCoordinates(journey: Journey, graph: JourneyGraph): ReadonlyMap<number, Coordinates> {
  const given = new Map<number, Coordinates>();
  graph.vertices.forEach((vertex, index) => {
    const at = vertex.kind === "node" ? vertex.node.coordinates : journey.terminalCoordinates.get(vertex.kind);
    if (at && Number.isFinite(at.x) && Number.isFinite(at.y)) given.set(index, at);
  });
  return given;
}

function keyOf(vertex: GraphVertex): string | TerminalName {
  return vertex.kind === "node" ? vertex.node.id : vertex.kind;
}
