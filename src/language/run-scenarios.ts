import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, Scenario } from "../model/model.js";
import type { ScriptHost } from "../runtime/script-host.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { CoverageCounter } from "../scenarios/coverage/coverage.js";
import type { RunCoverage } from "../scenarios/coverage/run-coverage.js";
import { runScenario, type ScenarioResult } from "../scenarios/run-scenario.js";
import { scriptSandbox } from "../simulate/scripts/script-sandbox.js";
import { errorsBeside, journeysThatRun } from "./journey-errors.js";

/** Results of scenarios, with what they cover together. */
export interface RunResults {
  readonly results: readonly ScenarioRun[];
  readonly coverage: RunCoverage;
}

export interface ScenarioRun extends ScenarioResult {
  readonly scenario: Scenario;
  readonly milliseconds: number;
}

/**
 * Runs scenarios. One whose own text, journey or inner journeys have errors is not run, and fails with these.
 */
export async function runProjectScenarios(
  wanted: readonly Scenario[],
  {
    model,
    world,
    errors,
  }: { readonly model: Model; readonly world: WorldOptions; readonly errors: readonly Diagnostic[] },
): Promise<RunResults> {
  const paths = new CoverageCounter();
  // Reads scripts, which takes a parser.
  const { LineCounter } = await import("../scenarios/coverage/script-coverage.js");
  const lines = new LineCounter();
  const scripts: ScriptHost = scriptSandbox(lines);
  const results: ScenarioRun[] = [];
  for (const scenario of wanted) {
    const broken = errorsBeside([scenario, ...journeysThatRun([scenario.journey], model)], errors);
    const begin = performance.now();
    const result =
      broken.length > 0 ? notRun(scenario, broken) : await runScenario(scenario, { model, world, scripts });
    paths.add(result.path);
    results.push({ ...result, scenario, milliseconds: performance.now() - begin });
  }
  const journeys = journeysThatRun(
    wanted.map(({ journey }) => journey),
    model,
  ).map((journey) => paths.coverageOf(journey));
  return { results, coverage: { journeys, scripts: lines.coverageOfAll(model) } };
}

function notRun(scenario: Scenario, diagnostics: readonly Diagnostic[]): ScenarioResult {
  const { title, place, journey, scriptName: script } = scenario;
  const nothing = { path: [], state: undefined, callbacks: [], log: [], calls: [] };
  return { title, place, journey, script, passed: false, diagnostics, ...nothing };
}
