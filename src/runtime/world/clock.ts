/** The clock of a run. It stands still until somebody moves it, or runs as another clock does. */
export class Clock {
  readonly #runsWith: (() => number) | undefined;
  /** The present time, or how far this clock is before the other one. */
  #moved: number;

  /** Without a start, a clock that runs begins with the time of the other one, and one that stands still on 1 January 2026. */
  constructor(start: string | number | undefined, runsWith?: () => number) {
    const given = typeof start === "string" ? Date.parse(start) : start;
    const begins = given === undefined || Number.isNaN(given) ? undefined : given;
    this.#runsWith = runsWith;
    this.#moved = runsWith === undefined ? (begins ?? firstDay) : begins === undefined ? 0 : begins - runsWith();
  }

  /** The present time in milliseconds since 1970. */
  get now(): number {
    return this.#moved + (this.#runsWith?.() ?? 0);
  }

  /** Moves the clock forward. */
  advance(milliseconds: number): void {
    this.#moved += milliseconds;
  }

  /** The present time as the platform writes it: `2026-01-01T00:00:00.000Z`. */
  text(): string {
    return new Date(this.now).toISOString();
  }
}

/** Start of 1 January 2026 (UTC). */
const firstDay = 1_767_225_600_000;
