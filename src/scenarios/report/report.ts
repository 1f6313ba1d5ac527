import type { JourneyCoverage } from "../coverage/coverage.js";
import type { ScenarioResult } from "../run-scenario.js";

/** A scenario's result, and how long it took. */
export interface TimedResult extends ScenarioResult {
  readonly milliseconds: number;
}

/** All that a reporter tells. */
export interface TestReport {
  readonly results: readonly TimedResult[];
  /** `undefined` where nobody has asked. */
  readonly coverage: readonly JourneyCoverage[] | undefined;
}
