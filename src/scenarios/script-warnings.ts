import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, Script } from "../model/model.js";
import type { ScenarioResult } from "./run-scenario.js";
import { placeInSource } from "./script-source.js";

/** What the sandbox has to say of the scripts that ran, once for each place. */
export function scriptWarnings(
  results: readonly ScenarioResult[],
  { journeys, scenarios }: Pick<Model, "journeys" | "scenarios">,
): readonly Diagnostic[] {
  const scripts = new Map<string, Script>();
  const tested = scenarios.flatMap(({ script }) => script?.libraries ?? []);
  for (const script of [...tested, ...journeys.flatMap((journey) => journey.scripts)])
    scripts.set(script.title, script);
  const found = new Map<string, Diagnostic>();
  for (const { place, log } of results) {
    for (const { script: title, text, warning } of log) {
      const key = JSON.stringify([title, text]);
      if (warning === undefined || found.has(key)) continue;
      const script = scripts.get(title);
      const at = script && warning.line !== undefined ? placeInSource(script, warning.line) : undefined;
      // The place says the line.
      const told = at === undefined ? text : text.replace(/^Line \d+: /, "");
      found.set(key, createDiagnostic("script-warning", at ?? place, { script: title, warning: told }));
    }
  }
  return [...found.values()];
}
