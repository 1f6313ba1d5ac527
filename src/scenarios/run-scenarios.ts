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
  const { journeys, scenarios } = surroundings.model;
  const names = new Map(journeys.map(({ id, name }) => [id, name]));
  const wanted = scenarios.filter(({ title, journey }) => {
    if (filter === undefined) return true;
    const name = journey === undefined ? undefined : names.get(journey);
    return [title, name, journey].some((text) => text?.includes(filter));
  });
  const results: TimedResult[] = [];
  for (const scenario of wanted) {
    const begin = clock();
    const result = await runScenario(scenario, surroundings);
    results.push({ ...result, milliseconds: clock() - begin });
  }
  return results;
}
