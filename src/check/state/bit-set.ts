/** A set of small numbers, all below one limit. */
export class BitSet {
  readonly #words: Uint32Array;

  constructor(limit: number) {
    this.#words = new Uint32Array((limit + 31) >>> 5);
  }

  add(value: number): void {
    this.#words[value >>> 5] = (this.#words[value >>> 5] ?? 0) | (1 << (value & 31));
  }

  has(value: number): boolean {
    return ((this.#words[value >>> 5] ?? 0) & (1 << (value & 31))) !== 0;
  }

  /** Adds all of another set; tells whether anything was new. */
  addAll(other: BitSet): boolean {
    return this.#change(other, (mine, its) => mine | its);
  }

  /** Adds what is in a set and not in another. */
  addAllBut(other: BitSet, left: BitSet): boolean {
    let changed = false;
    for (let at = 0; at < this.#words.length; at++) {
      const mine = this.#words[at] ?? 0;
      const joined = (mine | ((other.#words[at] ?? 0) & ~(left.#words[at] ?? 0))) >>> 0;
      if (joined !== mine) changed = true;
      this.#words[at] = joined;
    }
    return changed;
  }

  /** Keeps only what another set has too; tells whether anything went. */
  keepAll(other: BitSet): boolean {
    return this.#change(other, (mine, its) => mine & its);
  }

  removeAll(other: BitSet): boolean {
    return this.#change(other, (mine, its) => mine & ~its);
  }

  copy(): BitSet {
    const copy = new BitSet(this.#words.length << 5);
    copy.#words.set(this.#words);
    return copy;
  }

  #change(other: BitSet, join: (mine: number, its: number) => number): boolean {
    let changed = false;
    for (let at = 0; at < this.#words.length; at++) {
      const mine = this.#words[at] ?? 0;
      const joined = join(mine, other.#words[at] ?? 0) >>> 0;
      if (joined === mine) continue;
      this.#words[at] = joined;
      changed = true;
    }
    return changed;
  }
}
