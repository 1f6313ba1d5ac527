import { countBelow } from "../../text/count-below.js";
import type { Range } from "../../text/range.js";

/** Finds what lies inside a range of a text, without looking through everything for each range. */
export class PlacesInside<Thing> {
  readonly #sorted: readonly { readonly thing: Thing; readonly range: Range; readonly index: number }[];
  readonly #starts: readonly number[];

  constructor(things: readonly Thing[], rangeOf: (thing: Thing) => Range) {
    const placed = things.map((thing, index) => ({ thing, range: rangeOf(thing), index }));
    this.#sorted = placed.sort((left, right) => left.range.start - right.range.start);
    this.#starts = this.#sorted.map(({ range }) => range.start);
  }

  /** In the order in which the things were given. */
  inside({ start, end }: Range): readonly Thing[] {
    return this.#sorted
      .slice(countBelow(this.#starts, start), countBelow(this.#starts, end + 1))
      .filter(({ range }) => range.end <= end)
      .sort((left, right) => left.index - right.index)
      .map(({ thing }) => thing);
  }
}
