import { createGraph, type GraphVertex, type JourneyGraph } from "../../model/graph.js";
import type { Coordinates, Journey, TerminalName } from "../../model/model.js";
import { assignRows } from "./assign-rows.js";
import { columnPitch, margin } from "./box.js";
import { type ForwardEdges, forwardEdges } from "./forward-edges.js";
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
  const placed = given.size === graph.vertices.length ? given : place(graph, forwardEdges(graph), given);
  const layout = new Map<string, Coordinates>();
  graph.vertices.forEach((vertex, index) => {
    const at = placed.get(index);
    if (at) layout.set(keyOf(vertex), at);
  });
  return layout;
}

function place(
  graph: JourneyGraph,
  forward: ForwardEdges,
  given: ReadonlyMap<number, Coordinates>,
): ReadonlyMap<number, Coordinates> {
  return given.size > 0 ? placeAround(graph, forward, given) : placeAll(graph, forward);
}

/** A layered layout: columns by the longest way from the start, few crossings, level arrows. */
function placeAll(graph: JourneyGraph, forward: ForwardEdges): ReadonlyMap<number, Coordinates> {
  const grid = createGrid(graph, forward);
  const columns = orderColumns(grid);
  const tops = assignRows(grid, columns);
  const highest = graph.vertices.reduce((least, _, vertex) => Math.min(least, tops[vertex] ?? 0), tops[0] ?? 0);
  const placed = new Map<number, Coordinates>();
  for (const [column, items] of columns.entries()) {
    for (const item of items) {
      if (item >= graph.vertices.length) continue;
      placed.set(item, { x: margin + column * columnPitch, y: Math.round(margin + (tops[item] ?? 0) - highest) });
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
