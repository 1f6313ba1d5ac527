import { jsonReport } from "../../diagnostics/render/json.js";
import { coverageJson } from "../coverage/coverage-json.js";
import type { TestReport, TimedResult } from "./report.js";

/** Results as JSON; `schema/test-report.schema.json` describes it. */
export function jsonTestReport({ results, coverage, warnings }: TestReport): object {
  return {
    version: 1,
    passed: results.filter(({ passed }) => passed).length,
    failed: results.filter(({ passed }) => !passed).length,
    scenarios: results.map(scenarioJson),
    ...(warnings.length > 0 && { warnings: jsonReport(warnings).diagnostics }),
    ...(coverage && { coverage: coverageJson(coverage) }),
  };
}

function scenarioJson({
  title,
  journey,
  place,
  passed,
  milliseconds,
  diagnostics,
  path,
  callbacks,
  script,
  log,
  calls,
}: TimedResult): object {
  return {
    title,
    ...(journey !== undefined && { journey }),
    ...(script !== undefined && { script }),
    file: place.source.path,
    line: place.source.positionAt(place.range.start).line,
    passed,
    milliseconds: Math.round(milliseconds * 10) / 10,
    path: path.map(({ journey: id, node, outcome, stub }) => ({
      journey: id,
      node,
      ...(outcome !== undefined && { outcome }),
      ...(stub && { stub }),
    })),
    ...(passed ? {} : { diagnostics: jsonReport(diagnostics).diagnostics, callbacks }),
    ...(!passed && calls.length > 0 && { calls }),
    ...(!passed && log.length > 0 && { log: log.map(({ level, script: of, text }) => ({ level, script: of, text })) }),
  };
}
