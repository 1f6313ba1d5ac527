import type { RequestEntry } from "./request-entry.js";

/** What listeners are told of: a request that has been answered, or that more is known of the delivery of mails. */
export type LogEvent = { readonly kind: "request"; readonly entry: RequestEntry } | { readonly kind: "delivery" };

/** Requests that are kept for those who look later. */
const mostEntries = 300;

/** The last requests, and whoever wants to hear of the next ones. */
export class EventLog {
  readonly #entries: RequestEntry[] = [];
  readonly #listeners = new Set<(event: LogEvent) => void>();

  /** The last requests, oldest first. */
  get entries(): readonly RequestEntry[] {
    return this.#entries;
  }

  add(entry: RequestEntry): void {
    if (this.#entries.push(entry) > mostEntries) this.#entries.shift();
    this.#tell({ kind: "request", entry });
  }

  noteDelivery(): void {
    this.#tell({ kind: "delivery" });
  }

  #tell(event: LogEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Calls the listener for each event from now on, until the function is called that is returned. */
  subscribe(listener: (event: LogEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#entries.length = 0;
  }
}
