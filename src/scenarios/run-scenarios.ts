import { bindScenarios } from "./bind-scenario.js";
import type { TimedResult } from "./report/report.js";
import { runScenario, type ScenarioSurroundings } from "./run-scenario.js";

/**
 * Runs the scenarios of a model one after the other, with a filter only those whose title or journey holds it. `clock` gives
 * milliseconds.
 */
export async function runScenarios(
  surroundings: ScenarioSurroundings,
  filter: string | undefined,
  clock: () => number,
): Promise<readonly TimedResult[]> {
  const wanted = bindScenarios(surroundings.model).filter(({ title, scenario }) => {
    if (filter === undefined) return true;
    return [title, scenario?.journey.name, scenario?.journey.id].some((text) => text?.includes(filter));
  });
  const results: TimedResult[] = [];
  for (const bound of wanted) {
    const begin = clock();
    const result = await runScenario(bound, surroundings);
    results.push({ ...result, milliseconds: clock() - begin });
  }
  return results;
}
