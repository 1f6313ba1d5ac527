/** So many bits to a word that words are small integers to the engine, and their places come by shifting. */
const wordShift = 4;
const wordMask = 15;

/** A set of small numbers, all below one limit. A plain list of words: there are thousands of sets, of a word or two each. */
export class BitSet {
  protected readonly words: number[];

  constructor(limit: number | readonly number[]) {
    this.words = typeof limit === "number" ? new Array((limit + wordMask) >> wordShift).fill(0) : limit.slice();
  }

  add(value: number): void {
    this.#set(value >> wordShift, this.#at(value >> wordShift) | (1 << (value & wordMask)));
  }

  has(value: number): boolean {
    return (this.#at(value >> wordShift) & (1 << (value & wordMask))) !== 0;
  }

  /** Adds all of another set; tells whether anything was new. */
  addAll(other: BitSet): boolean {
    let changed = false;
    for (let at = 0; at < this.words.length; at++) changed = this.#set(at, this.#at(at) | other.#at(at)) || changed;
    return changed;
  }

  /** Adds what is in a set and not in another. */
  addAllBut(other: BitSet, left: BitSet): boolean {
    let changed = false;
    for (let at = 0; at < this.words.length; at++) {
      changed = this.#set(at, this.#at(at) | (other.#at(at) & ~left.#at(at))) || changed;
    }
    return changed;
  }

  /** Keeps only what another set has too; tells whether anything went. */
  keepAll(other: BitSet): boolean {
    let changed = false;
    for (let at = 0; at < this.words.length; at++) changed = this.#set(at, this.#at(at) & other.#at(at)) || changed;
    return changed;
  }

  removeAll(other: BitSet): void {
    for (let at = 0; at < this.words.length; at++) this.#set(at, this.#at(at) & ~other.#at(at));
  }

  copy(): BitSet {
    return new BitSet(this.words);
  }

  #at(index: number): number {
    return this.words[index] ?? 0;
  }

  #set(index: number, word: number): boolean {
    if (this.words[index] === word) return false;
    this.words[index] = word;
    return true;
  }
}
