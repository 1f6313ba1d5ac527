import type { GraphVertex, JourneyGraph } from "../../model/graph.js";
import type { Coordinates } from "../../model/model.js";
import type { Picture, PictureArrow, PictureBox, PictureTrunk } from "./picture.js";
import { xmlText } from "./xml-text.js";

const radius = 9;
const headLength = 8;

/** All lines that lead to one target. */
interface ArrowGroup {
  readonly arrows: PictureArrow[];
  readonly trunks: PictureTrunk[];
}

/**
 * Draws arrows. Those with the same target share lines. Each group is drawn over a broad line in the paper's colour, so
 * that where groups cross, one visibly passes below the other.
 */
export function drawArrows({ arrows, trunks, boxes }: Picture): string {
  const byIndex = new Map(boxes.map((box) => [box.index, box]));
  const groups = new Map<number, ArrowGroup>();
  const groupOf = (target: number) => {
    const group = groups.get(target) ?? { arrows: [], trunks: [] };
    groups.set(target, group);
    return group;
  };
  for (const arrow of arrows) groupOf(arrow.edge.to).arrows.push(arrow);
  for (const trunk of trunks) groupOf(trunk.target).trunks.push(trunk);
  return [...groups].map(([target, group]) => drawGroup(group, byIndex.get(target), byIndex)).join("\n");
}

function drawGroup(
  { arrows, trunks }: ArrowGroup,
  target: PictureBox | undefined,
  boxes: ReadonlyMap<number, PictureBox>,
): string {
  if (!target) return "";
  const tip = { x: target.x, y: target.y + target.entry };
  const ownLines = arrows.map(({ points }) => linePath(points, tip));
  const sharedLines = trunks.map(({ points }) => linePath(points, tip));
  const kind = target.vertex.kind === "success" || target.vertex.kind === "failure" ? ` to-${target.vertex.kind}` : "";
  const shared = `<title>${xmlText(`→ ${nameOf(target.vertex)}`)}</title>`;
  return [
    `<g class="arrow${kind}" data-to="${target.index}"><path class="halo" d="${[...ownLines, ...sharedLines].join("")}"/>`,
    ...trunks.map(({ back, column }, index) => {
      return `<path class="trunk${back ? " loop" : ""}" data-column="${column}" d="${sharedLines[index]}">${shared}</path>`;
    }),
    ...arrows.map((arrow, index) => {
      const title = xmlText(titleOf(arrow, boxes.get(arrow.edge.from)?.vertex, target.vertex));
      const loop = arrow.back ? ' class="loop"' : "";
      const data = `data-from="${arrow.edge.from}" data-column="${arrow.column}"`;
      return `<path${loop} ${data} d="${ownLines[index]}"><title>${title}</title></path>`;
    }),
    `<path class="head" d="M${tip.x - headLength - 1} ${tip.y - 4.5}L${tip.x - 0.5} ${tip.y}L${tip.x - headLength - 1} ${tip.y + 4.5}Z"/></g>`,
  ].join("");
}

function titleOf(arrow: PictureArrow, from: GraphVertex | undefined, to: GraphVertex): string {
  const label = arrow.label === "" ? "" : ` ${arrow.label}`;
  return `${nameOf(from)}${label} → ${nameOf(to)}`;
}

/** The name of a vertex that readers see. */
export function nameOf(vertex: JourneyGraph["vertices"][number] | undefined): string {
  if (vertex === undefined) return "";
  return vertex.kind === "node" ? vertex.node.displayName || vertex.node.name : vertex.kind;
}

/**
 * Draws lines through points with round corners. A line that ends at the tip of the arrow leaves space for the
 * arrowhead.
 */
function linePath(points: readonly Coordinates[], tip: Coordinates): string {
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
  if (!last) return path;
  const isTip = last.x === tip.x && last.y === tip.y;
  return `${path}L${place(isTip ? { x: last.x - headLength, y: last.y } : last)}`;
}

/** Removes points on a straight line between their neighbours. */
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
