/**
 * Few enough bits in a word that the engine keeps it as a small integer, and a power of two so that shifting finds the
 * word.
 */
const wordShift = 4;
const wordMask = 15;

/**
 * A set of small numbers below a limit, as a plain list of words. There are thousands of these sets, mostly of one or
 * two words.
 */
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

  /** Adds all members of another set; returns whether any was new. */
  addAll(other: BitSet): boolean {
    let changed = false;
    for (let at = 0; at < this.words.length; at++) changed = this.#set(at, this.#at(at) | other.#at(at)) || changed;
    return changed;
  }

  /** Adds the members of a set that are not in a second one; returns whether any was new. */
  addAllBut(other: BitSet, left: BitSet): boolean {
    let changed = false;
    for (let at = 0; at < this.words.length; at++) {
      changed = this.#set(at, this.#at(at) | (other.#at(at) & ~left.#at(at))) || changed;
    }
    return changed;
  }

  /** Keeps the members that are also in another set; returns whether any was removed. */
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
