import type { GraphVertex } from "../model/graph.js";

/** Boxes on the platform's canvas, in canvas units. */

/** No box on the canvas is wider than this. */
export const boxWidth = 220;
/** Space between two columns, for the arrows. */
const columnGap = 60;
/** Space between two boxes of a column. */
export const rowGap = 30;
/** Left edge of the first column and top of the highest box. */
export const margin = 50;
/** Distance from one column to the next. */
export const columnPitch = boxWidth + columnGap;

const headHeight = 52;
const lineHeight = 29;
const childHeight = 45;

/**
 * Estimates the height of a vertex's box. The platform draws a head, a line for each outcome and, on pages, a tile for
 * each inner node. The figures were measured on layouts made by hand: the closest neighbours in a column are 62 (one
 * outcome), 112 (two), 144 (three), 198 (five) and 292 units (nine) apart, and 120 below a page with one inner node.
 */
export function heightOf(vertex: GraphVertex): number {
  if (vertex.kind !== "node") return headHeight;
  const lines = Math.max(1, portsOf(vertex));
  return headHeight + lines * lineHeight + vertex.node.children.length * childHeight;
}

/** The distance from the top of a box to the point where an outcome's arrow leaves, by the outcome's index. */
export function portOffset(height: number, index: number, ports: number): number {
  return ports <= 1 ? height / 2 : height - (ports - index - 0.5) * lineHeight;
}

function portsOf(vertex: Extract<GraphVertex, { kind: "node" }>): number {
  return Math.max(vertex.node.outcomes.length, vertex.node.connections.length);
}
