import { type BitWords, bitsWithout, bitWordsOf, hasBit, intersection, union } from "./bit-words.js";

/**
 * A set of slot numbers that may also stand for all slots, after something unknown has written. Sets do not change: most vertices find the state
 * of the one before them, and share its sets.
 */
export class StateSet {
  static readonly empty = new StateSet([], false);
  readonly holdsEverything: boolean;
  readonly #words: BitWords;

  private constructor(words: BitWords, holdsEverything: boolean) {
    this.#words = words;
    this.holdsEverything = holdsEverything;
  }

  static of(slots: Iterable<number>, holdsEverything = false): StateSet {
    return new StateSet(bitWordsOf(slots), holdsEverything);
  }

  /** Whether a slot is in the set by itself. */
  has(slot: number): boolean {
    return hasBit(this.#words, slot);
  }

  equals(other: StateSet): boolean {
    return (
      this.holdsEverything === other.holdsEverything &&
      this.#words.length === other.#words.length &&
      this.#words.every((word, at) => word === other.#words[at])
    );
  }

  /** The slots of both sets. */
  or(other: StateSet): StateSet {
    return this.#with(union(this.#words, other.#words), this.holdsEverything || other.holdsEverything);
  }

  /** The slots that are in both sets. */
  and(other: StateSet): StateSet {
    if (other.holdsEverything) return this;
    return this.holdsEverything ? other : this.#with(intersection(this.#words, other.#words), false);
  }

  /** The slots that are not in another set. */
  without(other: StateSet): StateSet {
    return this.#with(bitsWithout(this.#words, other.#words), this.holdsEverything);
  }

  /** The same set where nothing has changed, so that it can be compared by identity. */
  #with(words: BitWords, holdsEverything: boolean): StateSet {
    const isSame = words === this.#words && holdsEverything === this.holdsEverything;
    return isSame ? this : new StateSet(words, holdsEverything);
  }
}
