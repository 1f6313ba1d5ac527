/** Keeps what was made of texts, so that the same text is not worked on again. When it is full, it begins anew. */
export class BoundedCache<Value> {
  readonly #limit: number;
  readonly #values = new Map<string, Value>();

  /** @param limit the number of values that are kept at most */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The value of a key; it is made when it is not there. */
  get(key: string, make: () => Value): Value {
    let value = this.#values.get(key);
    if (value === undefined) {
      value = make();
      if (this.#values.size >= this.#limit) this.#values.clear();
      this.#values.set(key, value);
    }
    return value;
  }
}
