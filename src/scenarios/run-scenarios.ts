import type { Model } from "../model/model.js";
import type { TimedResult } from "./report/report.js";
import { runScenario, type ScenarioSurroundings } from "./run-scenario.js";

/**
 * Runs the scenarios of a model one after the other, with a filter only those whose title, journey or script holds it. `clock` gives
 * milliseconds.
 */
export async function runScenarios(
  surroundings: ScenarioSurroundings,
  filter: string | undefined,
  clock: () => number,
): Promise<readonly TimedResult[]> {
  const results: TimedResult[] = [];
  for (const scenario of wantedScenarios(surroundings.model, filter)) {
    const begin = clock();
    const result = await runScenario(scenario, surroundings);
    results.push({ ...result, milliseconds: clock() - begin });
  }
  return results;
}

/** The scenarios with a text in their title or in the name of their journey or script. */
export function wantedScenarios(
  { journeys, scenarios }: Pick<Model, "journeys" | "scenarios">,
  filter: string | undefined,
): Model["scenarios"] {
  if (filter === undefined) return scenarios;
  const names = new Map(journeys.map(({ id, name }) => [id, name]));
  return scenarios.filter(({ title, journey, scriptName, script }) => {
    const name = journey === undefined ? undefined : names.get(journey);
    return [title, name, journey, scriptName, script?.script.title].some((text) => text?.includes(filter));
  });
}
