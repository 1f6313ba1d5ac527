import type { Grid } from "./grid.js";

/** How often two arrows cross between neighbouring columns, counted with a Fenwick tree in O(m log n). */
export function countCrossings(grid: Grid, columns: readonly (readonly number[])[]): number {
  const places = new Map<number, number>();
  let crossings = 0;
  columns.forEach((column, index) => {
    const next = columns[index + 1];
    if (!next) return;
    places.clear();
    for (const [place, item] of next.entries()) places.set(item, place);
    const seen = new Counter(next.length);
    for (const item of column) {
      // Links without a lane may lead farther than the next column: their crossings are not counted.
      for (const link of [...(grid.right[item] ?? [])].sort((a, b) => a.leaves - b.leaves)) {
        const target = places.get(link.to);
        if (target === undefined) continue;
        crossings += seen.total - seen.upTo(target);
        seen.add(target);
      }
    }
  });
  return crossings;
}

/** Counts how many of the numbers added so far are at most a given one. */
class Counter {
  readonly #sums: number[];
  total = 0;

  constructor(size: number) {
    this.#sums = new Array<number>(size + 1).fill(0);
  }

  add(value: number): void {
    this.total++;
    for (let at = value + 1; at < this.#sums.length; at += at & -at) this.#sums[at] = (this.#sums[at] ?? 0) + 1;
  }

  upTo(value: number): number {
    let sum = 0;
    for (let at = value + 1; at > 0; at -= at & -at) sum += this.#sums[at] ?? 0;
    return sum;
  }
}
