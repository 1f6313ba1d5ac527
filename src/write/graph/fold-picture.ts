import { cutPicture } from "./cut-picture.js";
import { type Cut, cutsOf } from "./cuts.js";
import type { Picture } from "./picture.js";

/** A page of the shape of a screen that may scroll a little. A picture that is not wider is never folded. */
const page = { width: 1280, height: 960 };
/** A fold must make the picture larger on the screen by this factor, because lines around a fold are longer to follow. */
const worthwhile = 1.2;
/** With more lines than this around a fold, nobody could follow them. */
const mostLines = 12;
/** Each line around a fold counts like a band that is this part wider than the others. */
const lineCost = 0.04;
const mostBands = 12;

/**
 * Folds a picture that is much wider than a screen into bands, one below the other, where that makes its text larger on
 * a page.
 */
export function foldPicture(picture: Picture): Picture {
  let best = cutPicture(picture, []);
  if (picture.width <= page.width) return best;
  const cuts = cutsOf(picture).filter(({ heights, isTurn }) => heights.length <= mostLines && !isTurn);
  let needed = scaleOf(best) * worthwhile;
  for (let bands = 2; bands <= Math.min(mostBands, cuts.length + 1); bands++) {
    const folded = cutPicture(picture, chooseCuts(cuts, picture.width, bands));
    const scale = scaleOf(folded);
    // More bands are higher still.
    if (page.height / folded.height < needed) break;
    if (scale < needed) continue;
    best = folded;
    needed = scale * 1.05;
  }
  return best;
}

function scaleOf({ width, height }: Picture): number {
  return Math.min(1, page.width / width, page.height / height);
}

/** Cuts that make about equal bands and sever few lines. */
function chooseCuts(cuts: readonly Cut[], width: number, bands: number): readonly Cut[] {
  const wide = width / bands;
  const chosen: Cut[] = [];
  for (let band = 1; band < bands; band++) {
    const cost = ({ x, heights }: Cut) => Math.abs(x - band * wide) / wide + heights.length * lineCost;
    const after = chosen.at(-1)?.x ?? 0;
    const rest = cuts.filter(({ x }) => x > after);
    if (rest.length === 0) break;
    chosen.push(rest.reduce((best, cut) => (cost(cut) < cost(best) ? cut : best)));
  }
  return chosen;
}
