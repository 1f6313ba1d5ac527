import type { JsonValue } from "./machine.js";

/**
 * One store of node state: a map whose copies cost nothing. Copies share their entries until one of them writes; most of what a request
 * runs writes to none, or to one.
 */
export class StateStore implements Iterable<readonly [string, JsonValue]> {
  #entries: Map<string, JsonValue>;
  #isShared: boolean;

  private constructor(entries: Map<string, JsonValue>, isShared: boolean) {
    this.#entries = entries;
    this.#isShared = isShared;
  }

  static empty(): StateStore {
    return new StateStore(nothing, true);
  }

  /** The entries as they are now. What is written later is not in them. */
  get entries(): ReadonlyMap<string, JsonValue> {
    this.#isShared = true;
    return this.#entries;
  }

  get size(): number {
    return this.#entries.size;
  }

  copy(): StateStore {
    this.#isShared = true;
    return new StateStore(this.#entries, true);
  }

  get(key: string): JsonValue | undefined {
    return this.#entries.get(key);
  }

  keys(): Iterable<string> {
    return this.#entries.keys();
  }

  [Symbol.iterator](): Iterator<readonly [string, JsonValue]> {
    return this.#entries[Symbol.iterator]();
  }

  set(key: string, value: JsonValue): this {
    this.#own().set(key, value);
    return this;
  }

  delete(key: string): void {
    if (this.#entries.has(key)) this.#own().delete(key);
  }

  /** Replaces all entries. The map that is given must not be changed afterwards. */
  replace(entries: ReadonlyMap<string, JsonValue>): void {
    // Only `#own` lets an entry be written, and it copies what is shared.
    this.#entries = entries as Map<string, JsonValue>;
    this.#isShared = true;
  }

  #own(): Map<string, JsonValue> {
    if (this.#isShared) {
      this.#entries = new Map(this.#entries);
      this.#isShared = false;
    }
    return this.#entries;
  }
}

const nothing = /* @__PURE__ */ new Map<string, JsonValue>();
