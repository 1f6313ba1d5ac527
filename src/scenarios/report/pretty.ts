import { type PrettyOptions, renderDiagnostic } from "../../diagnostics/render/pretty.js";
import { printable } from "../../diagnostics/render/printable.js";
import type { Style } from "../../diagnostics/render/style.js";
import { describeCallback, describePath } from "../../simulate/describe-run.js";
import { renderCoverage } from "../coverage/coverage-table.js";
import type { RunCoverage } from "../coverage/run-coverage.js";
import { renderScriptCoverage } from "../coverage/script-table.js";
import type { TestReport, TimedResult } from "./report.js";

/** Results for the terminal: one line for each scenario, then each failure with its place, path and last callbacks. */
export function prettyReport(
  { results, coverage, warnings, generated = 0 }: TestReport,
  options: PrettyOptions,
): string {
  const { style } = options;
  const lines: string[] = [];
  let file: string | undefined;
  for (const result of results) {
    const { path } = result.place.source;
    if (path !== file) lines.push(style.bold(printable(path)));
    file = path;
    lines.push(resultLine(result, options));
  }
  const failed = results.filter(({ passed }) => !passed);
  const shown = failed.slice(0, options.limit).map((result) => failure(result, options));
  if (failed.length > shown.length) shown.push(style.dim(`… and ${failed.length - shown.length} more\n`));
  const told = warnings.slice(0, options.limit).map((warning) => renderDiagnostic(warning, options));
  if (warnings.length > told.length) told.push(style.dim(`… and ${warnings.length - told.length} more warnings\n`));
  const tables = coverage === undefined ? [] : coverageTables(coverage, style);
  const blocks = [`${lines.join("\n")}\n`, ...shown, ...told, ...tables, `${summary(results, generated, options)}\n`];
  return blocks.filter((block) => block.trim() !== "").join("\n");
}

function coverageTables({ journeys, scripts }: RunCoverage, style: Style): readonly string[] {
  const ofJourneys = journeys.length === 0 ? "" : renderCoverage(journeys, style);
  return [ofJourneys, renderScriptCoverage(scripts, style)];
}

function resultLine({ title, passed, journey, script }: TimedResult, { style }: PrettyOptions): string {
  const sign = passed ? style.green("✓") : style.red("✗");
  const of = script === undefined ? journey : `script ${script}`;
  return `  ${sign} ${printable(title)}${of === undefined ? "" : ` ${style.dim(`(${printable(of)})`)}`}`;
}

function failure(result: TimedResult, options: PrettyOptions): string {
  const { style } = options;
  const head = style.bold(`${style.red("✗")} ${printable(result.title)}`);
  const found = result.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, options));
  const path = describePath(result.path);
  const about = [
    ...(path === "" ? [] : [`   ${style.bold("path")}: ${printable(path)}`]),
    ...result.callbacks.map((callback) => `   ${style.bold("asked")}: ${printable(describeCallback(callback))}`),
    ...lastOf(result.calls).map((call) => `   ${style.bold("called")}: ${printable(call)}`),
    ...lastOf(scriptLines(result)).map((line) => `   ${style.bold("logged")}: ${printable(line)}`),
  ];
  return `${head}\n${found.join("\n")}${about.map((line) => `${line}\n`).join("")}`;
}

/** The most calls, and lines of the log, that are shown of one scenario: the last ones. */
const shownAtMost = 10;
const longestLine = 200;

function lastOf(lines: readonly string[]): readonly string[] {
  const left = lines.length - shownAtMost;
  const shown = lines.slice(-shownAtMost);
  return left <= 0 ? shown : [`… ${left} before`, ...shown];
}

function scriptLines({ log }: TimedResult): readonly string[] {
  return log.flatMap(({ level, text, warning }) =>
    warning === undefined
      ? [`${level} ${text.length > longestLine ? `${text.slice(0, longestLine - 1)}…` : text}`]
      : [],
  );
}

function summary(results: readonly TimedResult[], generated: number, { style }: PrettyOptions): string {
  const failed = results.filter(({ passed }) => !passed).length;
  const passed = `${results.length - failed} passed`;
  const written = generated === 0 ? [] : [`${generated} generated`];
  if (results.length === 0) return written[0] ?? "There are no scenarios";
  const ran = failed === 0 ? [style.green(passed)] : [style.red(`${failed} failed`), passed];
  return [...ran, ...written].join(", ");
}
