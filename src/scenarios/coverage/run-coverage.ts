import type { JourneyCoverage } from "./coverage.js";
import type { ScriptCoverage } from "./script-coverage.js";

/** What all scenarios of a run have covered. */
export interface RunCoverage {
  readonly journeys: readonly JourneyCoverage[];
  readonly scripts: readonly ScriptCoverage[];
}
