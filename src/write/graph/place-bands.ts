import type { Coordinates } from "../../model/model.js";
import { countBelow } from "../../text/count-below.js";
import type { Cut } from "./cuts.js";
import type { Picture } from "./picture.js";
import { trackWidth } from "./place-columns.js";
import { pictureMargin } from "./route-picture.js";
import { type Squeezed, type Stretch, squeeze } from "./squeeze.js";

/** A part of a picture between two cuts, and where it goes. */
export interface Band {
  readonly right: number;
  readonly bottom: number;
  readonly moved: (point: Coordinates) => Coordinates;
}

/** Distance of the lines around a fold from the cut, and from the bands above and below. */
const clear = { aside: 6, above: 24, below: 30 };

/** Places the parts of a picture one below the other, with space between them for the lines around folds. */
export function placeBands(picture: Picture, cuts: readonly Cut[]): readonly Band[] {
  const bands: Band[] = [];
  let top: number = pictureMargin.top;
  squeezeBands(picture, cuts).forEach(({ height, at }, index) => {
    const [before, after] = [cuts[index - 1], cuts[index]];
    const tracks = ({ heights }: Cut) => Math.max(0, heights.length - 1) * trackWidth + clear.aside;
    const dx = before === undefined ? 0 : pictureMargin.side + tracks(before) - before.x;
    const right = (after === undefined ? picture.width : after.x + tracks(after) + pictureMargin.side) + dx;
    const above = top;
    bands.push({ right, bottom: above + height, moved: ({ x, y }) => ({ x: x + dx, y: above + at(y) }) });
    if (after) top = above + height + clear.above + tracks(after) + clear.below;
  });
  return bands;
}

function squeezeBands(picture: Picture, cuts: readonly Cut[]): readonly Squeezed[] {
  const xs = cuts.map(({ x }) => x);
  const stretches = Array.from({ length: cuts.length + 1 }, (): Stretch[] => []);
  const add = (band: number, top: number, bottom = top) => stretches[band]?.push({ top, bottom });
  for (const { x, y, height } of picture.boxes) add(countBelow(xs, x), y, y + height);
  for (const { points } of [...picture.arrows, ...picture.trunks]) {
    for (const { x, y } of points) add(countBelow(xs, x), y);
  }
  cuts.forEach(({ heights }, index) => {
    for (const y of heights) for (const band of [index, index + 1]) add(band, y);
  });
  return stretches.map(squeeze);
}

/**
 * The corners of a line from a cut at the end of a band to the column at the beginning of the next. The uppermost line
 * is the outermost on the right and the innermost on the left, so that these lines never cross.
 */
export function aroundFold(before: Band, after: Band, cut: Cut, y: number): readonly Coordinates[] {
  const place = cut.heights.indexOf(y);
  const inner = (cut.heights.length - 1 - place) * trackWidth;
  const leaves = before.moved({ x: cut.x, y });
  const enters = after.moved({ x: cut.left, y });
  const right = leaves.x + clear.aside + inner;
  const left = after.moved({ x: cut.x - clear.aside - place * trackWidth, y }).x;
  const between = before.bottom + clear.above + inner;
  return [
    leaves,
    { x: right, y: leaves.y },
    { x: right, y: between },
    { x: left, y: between },
    { x: left, y: enters.y },
    enters,
  ];
}
