/** Time as the run has it: it stands still until somebody moves it. */
export class Clock {
  /** Milliseconds since 1970. */
  now: number;

  constructor(start: string | number | undefined) {
    const given = typeof start === "string" ? Date.parse(start) : start;
    this.now = given === undefined || Number.isNaN(given) ? firstDay : given;
  }

  /** Moves on. */
  advance(milliseconds: number): void {
    this.now += milliseconds;
  }

  /** As the platform writes instants: `2026-01-01T00:00:00.000Z`. */
  text(): string {
    return new Date(this.now).toISOString();
  }
}

/** The first of January 2026. */
const firstDay = 1_767_225_600_000;
