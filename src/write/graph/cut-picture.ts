import type { Coordinates } from "../../model/model.js";
import { countBelow } from "../../text/count-below.js";
import type { Cut } from "./cuts.js";
import type { Picture, PictureTrunk } from "./picture.js";
import { aroundFold, type Band, placeBands } from "./place-bands.js";
import { pictureMargin } from "./route-picture.js";

/** The part of a line that stays in one band. */
interface LinePart {
  /** The column where the part begins, unless it is the first. */
  readonly column: number | undefined;
  readonly points: Coordinates[];
}

/**
 * Cuts a picture and puts the parts one below the other, as a text is broken into lines. Each line that a cut severs
 * leaves its band on the right, runs back between the bands, and enters the next one on the left.
 */
export function cutPicture(picture: Picture, cuts: readonly Cut[]): Picture {
  const scissors = new Scissors(cuts, placeBands(picture, cuts));
  const boxes = picture.boxes.map((box) => ({ ...box, ...scissors.moved(box) }));
  const arrows = picture.arrows.map((arrow) => {
    // What follows behind a cut is the way around the fold, which is shared.
    const [first] = scissors.cut(arrow.points, arrow.edge.to, arrow.back);
    return { ...arrow, points: first?.points ?? [] };
  });
  const trunks = picture.trunks.flatMap(({ points, target, back, column }) =>
    scissors
      .cut(points, target, back)
      .map((part): PictureTrunk => ({ target, back, column: part.column ?? column, points: part.points })),
  );
  return { ...scissors.size, boxes, arrows, trunks: [...trunks, ...scissors.folds.values()] };
}

class Scissors {
  /** The lines around folds. All lines to one target share one there, so each is drawn once. */
  readonly folds = new Map<string, PictureTrunk>();
  readonly #cuts: readonly Cut[];
  readonly #xs: readonly number[];
  readonly #bands: readonly Band[];

  constructor(cuts: readonly Cut[], bands: readonly Band[]) {
    this.#cuts = cuts;
    this.#xs = cuts.map(({ x }) => x);
    this.#bands = bands;
  }

  get size(): { readonly width: number; readonly height: number } {
    const width = this.#bands.reduce((most, { right }) => Math.max(most, right), 0);
    return { width, height: Math.ceil((this.#bands.at(-1)?.bottom ?? 0) + pictureMargin.bottom) };
  }

  moved(point: Coordinates): Coordinates {
    return this.#bands[countBelow(this.#xs, point.x)]?.moved(point) ?? point;
  }

  /** The parts of a line; the ways around the folds are kept aside. */
  cut(points: readonly Coordinates[], target: number, back: boolean): readonly LinePart[] {
    let part: LinePart = { column: undefined, points: [] };
    const parts = [part];
    points.forEach((point, index) => {
      const to = countBelow(this.#xs, point.x);
      for (let at = countBelow(this.#xs, (points[index - 1] ?? point).x); at !== to; at += at < to ? 1 : -1) {
        const { column, points: around } = this.#fold(at < to ? at : at - 1, point.y, target, back);
        part.points.push(...around.slice(0, 1));
        part = { column, points: around.slice(-1) };
        parts.push(part);
      }
      part.points.push(this.moved(point));
    });
    return parts.filter((each) => each.points.some(({ x, y }) => x !== each.points[0]?.x || y !== each.points[0].y));
  }

  #fold(index: number, y: number, target: number, back: boolean): PictureTrunk {
    const cut = this.#cuts[index] as Cut;
    const key = `${target} ${back} ${cut.column}`;
    const known = this.folds.get(key);
    if (known) return known;
    const points = aroundFold(this.#bands[index] as Band, this.#bands[index + 1] as Band, cut, y);
    const fold = { target, back, column: cut.column, points: back ? points.toReversed() : points };
    this.folds.set(key, fold);
    return fold;
  }
}
