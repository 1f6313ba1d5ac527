import { describe, test } from "vitest";
import { type AnalyseOptions, analyse } from "../compile/compile.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { hasErrors } from "../diagnostics/has-errors.js";
import { renderPretty } from "../diagnostics/render/pretty.js";
import { plainStyle } from "../diagnostics/render/style.js";
import type { Scenario } from "../model/model.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import { runScenario, type ScenarioResult } from "../scenarios/run-scenario.js";
import { scriptWarnings } from "../scenarios/script-warnings.js";
import { describeCallback, describePath } from "../simulate/describe-run.js";
import { createScriptHost } from "../simulate/scripts/create-script-host.js";
import { SourceFile } from "../text/source-file.js";

export interface ScenarioOptions extends AnalyseOptions {
  /** The world of all scenarios; `given` steps of a scenario override it. */
  readonly world?: WorldOptions;
}

/**
 * Makes a test of each scenario in these files, given as texts by path: `import text from "./Login.journey?raw"`. What the sandbox warns of
 * in scripts goes to the console of the first test that comes there.
 */
export function describeScenarios(files: { readonly [path: string]: string }, options: ScenarioOptions = {}): void {
  const sources = Object.entries(files).map(([path, text]) => new SourceFile(path, text));
  const { model, diagnostics } = analyse(sources, options);
  if (hasErrors(diagnostics)) throw new Error(shown(diagnostics));
  const scripts = createScriptHost();
  const told = new Set<string>();
  const warn = (warning: Diagnostic) => {
    const text = shown([warning]);
    if (!told.has(text)) console.warn(text);
    told.add(text);
  };
  for (const tested of new Set(model.scenarios.map(testedIn))) {
    describe(tested, () => {
      for (const scenario of model.scenarios) {
        if (testedIn(scenario) !== tested) continue;
        test(scenario.title, async () => {
          const result = await runScenario(scenario, { model, world: options.world ?? {}, scripts });
          for (const warning of scriptWarnings([result], model)) warn(warning);
          if (!result.passed) throw new Error(failure(result));
        });
      }
    });
  }
}

/** What a scenario is a test of: `Login`, or `script CheckRisk`. */
function testedIn({ journeyName, scriptName }: Scenario): string {
  return scriptName === undefined ? (journeyName ?? "") : `script ${scriptName}`;
}

function failure({ diagnostics, path, callbacks, script, calls }: ScenarioResult): string {
  const asked = callbacks.map((callback) => `asked: ${describeCallback(callback)}`);
  const called = calls.map((call) => `called: ${call}`);
  const way = script === undefined ? [`path: ${describePath(path)}`] : [];
  return [shown(diagnostics), ...way, ...asked, ...called].join("\n");
}

function shown(diagnostics: readonly Diagnostic[]): string {
  return renderPretty(diagnostics, { style: plainStyle, columns: 120, limit: 20 });
}
