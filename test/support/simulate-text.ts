import { analyse } from "../../src/compile/compile.js";
import type { Model } from "../../src/model/model.js";
import type { ScriptHost } from "../../src/runtime/script-host.js";
import type { WorldOptions } from "../../src/runtime/world/world-options.js";
import { runScenario, type ScenarioResult } from "../../src/scenarios/run-scenario.js";
import { SourceFile } from "../../src/text/source-file.js";

/** The model of a text that has no errors. */
export function modelOf(text: string, path = "test.journey"): Model {
  const { model, diagnostics } = analyse([new SourceFile(path, text)], {
    readText: () => ({ text: 'outcome = "true";' }),
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return model;
}

/** Runs all scenarios of a text. */
export async function runScenarios(
  text: string,
  surroundings: { readonly world?: WorldOptions; readonly scripts?: ScriptHost } = {},
): Promise<readonly ScenarioResult[]> {
  const model = modelOf(text);
  const results: ScenarioResult[] = [];
  for (const scenario of model.scenarios) results.push(await runScenario(scenario, { model, ...surroundings }));
  return results;
}
