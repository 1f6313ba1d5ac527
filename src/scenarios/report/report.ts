import type { JourneyCoverage } from "../coverage/coverage.js";
import type { ScenarioResult } from "../run-scenario.js";

/** The result of a scenario, with its duration. */
export interface TimedResult extends ScenarioResult {
  readonly milliseconds: number;
}

/** The input of all reporters. */
export interface TestReport {
  readonly results: readonly TimedResult[];
  /** How many scenarios were written after the run, where that was asked for. */
  readonly generated?: number;
  /** `undefined` where coverage was not asked for. */
  readonly coverage: readonly JourneyCoverage[] | undefined;
}
