import type { Coordinates } from "../../../src/model/model.js";
import { boxStyle } from "../../../src/write/graph/node-box.js";
import type { Picture, PictureBox } from "../../../src/write/graph/picture.js";
import { textWidth } from "../../../src/write/graph/text-width.js";

interface Area {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Everything in a picture that a reader would stumble over: things on top of one another, texts that do not fit. */
export function pictureProblems(picture: Picture): readonly string[] {
  return [
    ...overlaps(picture.boxes.map(areaOf)),
    ...picture.boxes.flatMap(boxProblems),
    ...linesOf(picture).flatMap((line) => linesThroughBoxes(line, picture.boxes)),
    ...linesOf(picture).flatMap((line) => lineShape(line)),
    ...unconnected(picture),
    ...outside(picture),
  ];
}

interface Line {
  readonly what: string;
  readonly to: number;
  readonly points: readonly Coordinates[];
}

function linesOf({ arrows, trunks }: Picture): readonly Line[] {
  return [
    ...arrows.map(({ edge, points }) => ({ what: `the arrow ${edge.from} → ${edge.to}`, to: edge.to, points })),
    ...trunks.map(({ target, points }) => ({ what: `the line to ${target}`, to: target, points })),
  ];
}

/** Every arrow ends at its target, or where a shared line to it begins, and so does every shared line. */
function unconnected({ boxes, arrows, trunks }: Picture): readonly string[] {
  const key = (to: number, { x, y }: Coordinates) => `${to} ${x} ${y}`;
  const ends = new Set([
    ...boxes.map(({ index, x, y, entry }) => key(index, { x, y: y + entry })),
    ...trunks.map(({ target, points }) => key(target, points[0]!)),
  ]);
  return linesOf({ boxes, arrows, trunks, width: 0, height: 0 })
    .filter(({ to, points }) => !ends.has(key(to, points.at(-1)!)))
    .map(({ what }) => `${what} ends nowhere`);
}

function nameOf(box: PictureBox): string {
  return box.vertex.kind === "node" ? box.vertex.node.name : box.vertex.kind;
}

function areaOf(box: PictureBox): Area {
  return { what: nameOf(box), left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
}

function overlaps(areas: readonly Area[]): readonly string[] {
  return areas.flatMap((one, index) =>
    areas.slice(index + 1).flatMap((other) => {
      const apart =
        one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
      return apart ? [] : [`${one.what} lies on ${other.what}`];
    }),
  );
}

/** Titles, inner nodes and outcomes of one box: each in its own place, none wider than the box. */
function boxProblems(box: PictureBox): readonly string[] {
  const room = { left: 0, right: box.width };
  const parts: Area[] = [
    { what: "head", ...room, top: 0, bottom: box.vertex.kind === "node" ? box.headHeight : box.height },
    ...box.tiles.map(({ title, y }) => ({ what: title, ...room, top: y, bottom: y + boxStyle.tile.height })),
    ...box.ports
      .filter(({ label }) => label !== "")
      .map(({ label, y }) => ({ what: label, ...room, top: y - 8, bottom: y + 8 })),
  ];
  const texts = [
    ...box.titleLines.map((text) => ({ text, ...boxStyle.title, room: box.width - 2 * boxStyle.padding })),
    { text: box.type, ...boxStyle.type, room: box.width - 2 * boxStyle.padding },
    ...box.ports.map(({ label }) => ({ text: label, ...boxStyle.label, room: box.width - 2 * boxStyle.padding })),
    ...box.tiles.map(({ title }) => ({ text: title, ...boxStyle.tile.title, room: box.width - 4 * boxStyle.padding })),
  ];
  return [
    ...overlaps(parts).map((problem) => `in ${nameOf(box)}: ${problem}`),
    ...parts.filter(({ bottom }) => bottom > box.height).map(({ what }) => `${what} sticks out of ${nameOf(box)}`),
    ...texts
      .filter(({ text, size, bold, room: width }) => textWidth(text, size, bold) > width + 0.5)
      .map(({ text }) => `${text} is too wide for ${nameOf(box)}`),
  ];
}

function linesThroughBoxes({ points, what: name }: Line, boxes: readonly PictureBox[]): readonly string[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index]!;
    const line = {
      left: Math.min(from.x, to.x),
      right: Math.max(from.x, to.x),
      top: Math.min(from.y, to.y),
      bottom: Math.max(from.y, to.y),
    };
    return boxes
      .map(areaOf)
      .filter((box) => line.left < box.right && line.right > box.left && line.top < box.bottom && line.bottom > box.top)
      .map(({ what }) => `${name} runs through ${what}`);
  });
}

/** All lines are level or upright, and begin and end where boxes are. */
function lineShape({ points, what }: Line): readonly string[] {
  const isSkew = points.slice(1).some((to, index) => to.x !== points[index]!.x && to.y !== points[index]!.y);
  const isLost = points.some(({ x, y }) => !Number.isFinite(x) || !Number.isFinite(y));
  return isSkew || isLost ? [`${what} is no orthogonal line`] : [];
}

function outside(picture: Picture): readonly string[] {
  const { width, height, boxes } = picture;
  const points = [
    ...boxes.flatMap(({ x, y, width: w, height: h }) => [
      { x, y },
      { x: x + w, y: y + h },
    ]),
    ...linesOf(picture).flatMap((line) => line.points),
  ];
  return points.some(({ x, y }) => x < 0 || y < 0 || x > width || y > height) ? ["something lies outside"] : [];
}

/** Stretches on which the lines of arrows to different places lie on top of one another. */
export function sharedLines(picture: Picture): readonly string[] {
  const level = new Map<number, { left: number; right: number; to: number }[]>();
  const upright = new Map<number, { left: number; right: number; to: number }[]>();
  const add = (map: typeof level, at: number, a: number, b: number, to: number) => {
    const lines = map.get(at) ?? [];
    map.set(at, lines);
    lines.push({ left: Math.min(a, b), right: Math.max(a, b), to });
  };
  for (const { points, to: target } of linesOf(picture)) {
    points.slice(1).forEach((to, index) => {
      const from = points[index]!;
      if (from.y === to.y) add(level, from.y, from.x, to.x, target);
      else add(upright, from.x, from.y, to.y, target);
    });
  }
  const found = new Set<string>();
  for (const lines of [...level.values(), ...upright.values()]) {
    lines.forEach((one, index) => {
      for (const other of lines.slice(index + 1)) {
        if (one.to !== other.to && one.left < other.right - 2 && other.left < one.right - 2) {
          found.add([one.to, other.to].sort((a, b) => a - b).join(" and "));
        }
      }
    });
  }
  return [...found];
}
