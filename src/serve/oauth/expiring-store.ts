/** Keeps values for a time, and not more than a number of them: the oldest goes first. */
export class ExpiringStore<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>();
  readonly #now: () => number;
  readonly #most: number;

  /** @param now milliseconds since 1970 */
  constructor(now: () => number, most: number) {
    this.#now = now;
    this.#most = most;
  }

  /** @param until milliseconds since 1970 */
  set(key: string, value: Value, until: number): void {
    this.#entries.set(key, { value, until });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#most) return;
      this.#entries.delete(oldest);
    }
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (this.#now() < entry.until) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  deleteWhere(isMeant: (value: Value) => boolean): void {
    for (const [key, { value }] of this.#entries) if (isMeant(value)) this.#entries.delete(key);
  }
}
