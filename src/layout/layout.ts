import { createGraph, type GraphVertex, type JourneyGraph } from "../model/graph.js";
import type { Coordinates, Journey } from "../model/model.js";
import type { TerminalName } from "../syntax/reserved-names.js";
import { assignColumns } from "./assign-columns.js";
import { assignRows } from "./assign-rows.js";
import { columnPitch, margin } from "./box.js";
import { createGrid } from "./create-grid.js";
import { forwardEdges } from "./forward-edges.js";
import { orderColumns } from "./order-columns.js";
import { placeAround } from "./place-around.js";

/**
 * Computes the canvas position (top left corner) of each node, by node id, and of `start`, `success` and `failure`.
 * Given coordinates are kept; everything else is laid out from left to right. Inner nodes have no position, because the
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

/** A layered layout: the longest path from the start decides the column; crossings are few and arrows level. */
function placeAll(graph: JourneyGraph): Positions {
  const forward = forwardEdges(graph);
  const columnOf = assignColumns(graph, forward);
  const grid = createGrid(graph, forward, columnOf);
  const tops = assignRows(grid, orderColumns(grid)).slice(0, graph.vertices.length);
  const highest = tops.reduce((least, top) => Math.min(least, top));
  return tops.map((top, vertex) => ({
    x: margin + (columnOf[vertex] ?? 0) * columnPitch,
    y: Math.round(margin + top - highest),
  }));
}

function givenCoordinates(journey: Journey, graph: JourneyGraph): ReadonlyMap<number, Coordinates> {
  const given = new Map<number, Coordinates>();
  for (let index = 0; index < graph.vertices.length; index++) {
    const vertex = graph.vertices[index] as GraphVertex;
    const at = vertex.kind === "node" ? vertex.node.coordinates : journey.terminalCoordinates.get(vertex.kind);
    if (at && Number.isFinite(at.x) && Number.isFinite(at.y)) given.set(index, at);
  }
  return given;
}

function keyOf(vertex: GraphVertex): string | TerminalName {
  return vertex.kind === "node" ? vertex.node.id : vertex.kind;
}
