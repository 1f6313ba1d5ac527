import { jsonReport } from "../../diagnostics/render/json.js";
import { coverageJson } from "../coverage/coverage-json.js";
import type { TestReport, TimedResult } from "./report.js";

/** Results as JSON; `schema/test-report.schema.json` describes it. */
export function jsonTestReport({ results, coverage }: TestReport): object {
  return {
    version: 1,
    passed: results.filter(({ passed }) => passed).length,
    failed: results.filter(({ passed }) => !passed).length,
    scenarios: results.map(scenarioJson),
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
}: TimedResult): object {
  return {
    title,
    ...(journey !== undefined && { journey }),
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
  };
}
