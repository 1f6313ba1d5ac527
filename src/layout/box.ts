import type { GraphVertex } from "../model/graph.js";

/** Boxes on the platform's canvas, in its own units. */

/** No box of the canvas is wider. */
export const boxWidth = 220;
/** What stays free between two columns, for the arrows. */
const columnGap = 60;
/** What stays free between two boxes of a column. */
export const rowGap = 30;
/** Where the first column and the highest box begin. */
export const margin = 50;
/** From one column to the next. */
export const columnPitch = boxWidth + columnGap;

const headHeight = 52;
const lineHeight = 29;
const childHeight = 45;

/**
 * Estimates the height of a vertex's box. The platform draws a head, a line for each outcome and, on pages, a tile for each
 * inner node. The figures are measured on hand-made layouts: the closest neighbours in a column stand 62 (one outcome),
 * 112 (two), 144 (three), 198 (five) and 292 units (nine) apart, and 120 below a page with one inner node.
 */
export function heightOf(vertex: GraphVertex): number {
  if (vertex.kind !== "node") return headHeight;
  const lines = Math.max(1, portsOf(vertex));
  return headHeight + lines * lineHeight + vertex.node.children.length * childHeight;
}

/** How far below the top of a box of this height the arrow of an outcome leaves, by the outcome's index. */
export function portOffset(height: number, index: number, ports: number): number {
  return ports <= 1 ? height / 2 : height - (ports - index - 0.5) * lineHeight;
}

function portsOf(vertex: Extract<GraphVertex, { kind: "node" }>): number {
  return Math.max(vertex.node.outcomes.length, vertex.node.connections.length);
}
