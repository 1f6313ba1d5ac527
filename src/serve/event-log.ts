import type { RequestEntry } from "./request-entry.js";

/** Requests that are kept for those who look later. */
const mostEntries = 300;

/** The last requests, and whoever wants to hear of the next ones. */
export class EventLog {
  readonly #entries: RequestEntry[] = [];
  readonly #listeners = new Set<(entry: RequestEntry) => void>();

  /** The last requests, oldest first. */
  get entries(): readonly RequestEntry[] {
    return this.#entries;
  }

  add(entry: RequestEntry): void {
    if (this.#entries.push(entry) > mostEntries) this.#entries.shift();
    for (const listener of this.#listeners) listener(entry);
  }

  /** Calls the listener for each request from now on, until the function is called that is returned. */
  subscribe(listener: (entry: RequestEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#entries.length = 0;
  }
}
