import type { GraphVertex, JourneyGraph } from "../../model/graph.js";
import type { Coordinates } from "../../model/model.js";
import type { PictureArrow, PictureBox } from "./picture.js";
import { xmlText } from "./xml-text.js";

const radius = 9;
const headLength = 8;

/**
 * Draws arrows, those to one target together: they share lines. Each group stands on a broad line in the paper's colour,
 * so that where groups cross, one is seen to pass below the other.
 */
export function drawArrows(arrows: readonly PictureArrow[], boxes: readonly PictureBox[]): string {
  const byIndex = new Map(boxes.map((box) => [box.index, box]));
  const groups = new Map<number, PictureArrow[]>();
  for (const arrow of arrows) {
    const group = groups.get(arrow.edge.to);
    if (group) group.push(arrow);
    else groups.set(arrow.edge.to, [arrow]);
  }
  return [...groups].map(([target, group]) => drawGroup(group, byIndex.get(target), byIndex)).join("\n");
}

function drawGroup(
  group: readonly PictureArrow[],
  target: PictureBox | undefined,
  boxes: ReadonlyMap<number, PictureBox>,
): string {
  if (!target) return "";
  const lines = group.map((arrow) => linePath(arrow.points));
  const kind = target.vertex.kind === "success" || target.vertex.kind === "failure" ? ` to-${target.vertex.kind}` : "";
  const [x, y] = [target.x, target.y + target.entry];
  return [
    `<g class="arrow${kind}" data-to="${target.index}"><path class="halo" d="${lines.join("")}"/>`,
    ...group.map((arrow, index) => {
      const title = titleOf(arrow, boxes.get(arrow.edge.from)?.vertex, target.vertex);
      const loop = arrow.back ? ' class="loop"' : "";
      return `<path${loop} data-from="${arrow.edge.from}" d="${lines[index]}"><title>${xmlText(title)}</title></path>`;
    }),
    `<path class="head" d="M${x - headLength - 1} ${y - 4.5}L${x - 0.5} ${y}L${x - headLength - 1} ${y + 4.5}Z"/></g>`,
  ].join("");
}

function titleOf(arrow: PictureArrow, from: GraphVertex | undefined, to: GraphVertex): string {
  const label = arrow.label === "" ? "" : ` ${arrow.label}`;
  return `${nameOf(from)}${label} → ${nameOf(to)}`;
}

/** What readers call a vertex. */
export function nameOf(vertex: JourneyGraph["vertices"][number] | undefined): string {
  if (vertex === undefined) return "";
  return vertex.kind === "node" ? vertex.node.displayName || vertex.node.name : vertex.kind;
}

/** Lines through points, with round corners. */
function linePath(points: readonly Coordinates[]): string {
  const corners = withoutStraight(points);
  const [first] = corners;
  if (!first) return "";
  let path = `M${place(first)}`;
  for (let index = 1; index < corners.length - 1; index++) {
    const [before, at, after] = [corners[index - 1], corners[index], corners[index + 1]];
    if (!before || !at || !after) continue;
    const bend = Math.min(radius, distance(before, at) / 2, distance(at, after) / 2);
    path += `L${place(towards(at, before, bend))}Q${place(at)} ${place(towards(at, after, bend))}`;
  }
  const last = corners.at(-1);
  return last ? `${path}L${place({ x: last.x - headLength, y: last.y })}` : path;
}

/** Leaves out points on a straight line between their neighbours. */
function withoutStraight(points: readonly Coordinates[]): readonly Coordinates[] {
  const kept: Coordinates[] = [];
  for (const point of points) {
    const [last, before] = [kept.at(-1), kept.at(-2)];
    if (last && last.x === point.x && last.y === point.y) continue;
    const isStraight =
      last && before && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (isStraight) kept.pop();
    kept.push(point);
  }
  return kept;
}

function distance(a: Coordinates, b: Coordinates): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Coordinates, to: Coordinates, length: number): Coordinates {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

function place({ x, y }: Coordinates): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
