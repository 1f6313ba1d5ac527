/** The clock of a run. It stands still until somebody moves it. */
export class Clock {
  /** The present time in milliseconds since 1970. */
  now: number;

  constructor(start: string | number | undefined) {
    const given = typeof start === "string" ? Date.parse(start) : start;
    this.now = given === undefined || Number.isNaN(given) ? firstDay : given;
  }

  /** Moves the clock forward. */
  advance(milliseconds: number): void {
    this.now += milliseconds;
  }

  /** The present time as the platform writes it: `2026-01-01T00:00:00.000Z`. */
  text(): string {
    return new Date(this.now).toISOString();
  }
}

/** Start of 1 January 2026 (UTC). */
const firstDay = 1_767_225_600_000;
