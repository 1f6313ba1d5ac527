import type { Range } from "../../text/range.js";

/** Finds what lies inside a range of a text, without looking through everything for each range. */
export class PlacesInside<Thing> {
  readonly #sorted: readonly { readonly thing: Thing; readonly range: Range; readonly index: number }[];

  constructor(things: readonly Thing[], rangeOf: (thing: Thing) => Range) {
    const placed = things.map((thing, index) => ({ thing, range: rangeOf(thing), index }));
    this.#sorted = placed.sort((left, right) => left.range.start - right.range.start);
  }

  /** In the order in which the things were given. */
  inside({ start, end }: Range): readonly Thing[] {
    return this.#sorted
      .slice(this.#countBefore(start), this.#countBefore(end + 1))
      .filter(({ range }) => range.end <= end)
      .sort((left, right) => left.index - right.index)
      .map(({ thing }) => thing);
  }

  /** How many begin before a position. */
  #countBefore(position: number): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.range.start ?? position) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
