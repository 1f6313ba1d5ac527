import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { RunCoverage } from "../coverage/run-coverage.js";
import type { ScenarioResult } from "../run-scenario.js";

/** The result of a scenario, with its duration. */
export interface TimedResult extends ScenarioResult {
  readonly milliseconds: number;
}

/** The input of all reporters. */
export interface TestReport {
  readonly results: readonly TimedResult[];
  /** What the sandbox says of scripts that ran, each once. */
  readonly warnings: readonly Diagnostic[];
  /** How many scenarios were written after the run, where that was asked for. */
  readonly generated?: number;
  /** `undefined` where coverage was not asked for. */
  readonly coverage: RunCoverage | undefined;
}
