import { type PrettyOptions, renderDiagnostic } from "../../diagnostics/render/pretty.js";
import { printable } from "../../diagnostics/render/printable.js";
import { describeCallback, describePath } from "../../simulate/describe-run.js";
import { renderCoverage } from "../coverage/coverage-table.js";
import type { TestReport, TimedResult } from "./report.js";

/** Results for the terminal: one line for each scenario, then each failure with its place, path and last callbacks. */
export function prettyReport({ results, coverage, generated = 0 }: TestReport, options: PrettyOptions): string {
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
  const table = coverage === undefined ? [] : [renderCoverage(coverage, style)];
  const blocks = [`${lines.join("\n")}\n`, ...shown, ...table, `${summary(results, generated, options)}\n`];
  return blocks.filter((block) => block.trim() !== "").join("\n");
}

function resultLine({ title, passed, journey }: TimedResult, { style }: PrettyOptions): string {
  const sign = passed ? style.green("✓") : style.red("✗");
  return `  ${sign} ${printable(title)}${journey === undefined ? "" : ` ${style.dim(`(${printable(journey)})`)}`}`;
}

function failure(result: TimedResult, options: PrettyOptions): string {
  const { style } = options;
  const head = style.bold(`${style.red("✗")} ${printable(result.title)}`);
  const found = result.diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, options));
  const path = describePath(result.path);
  const about = [
    ...(path === "" ? [] : [`   ${style.bold("path")}: ${printable(path)}`]),
    ...result.callbacks.map((callback) => `   ${style.bold("asked")}: ${printable(describeCallback(callback))}`),
  ];
  return `${head}\n${found.join("\n")}${about.map((line) => `${line}\n`).join("")}`;
}

function summary(results: readonly TimedResult[], generated: number, { style }: PrettyOptions): string {
  const failed = results.filter(({ passed }) => !passed).length;
  const passed = `${results.length - failed} passed`;
  const written = generated === 0 ? [] : [`${generated} generated`];
  if (results.length === 0) return written[0] ?? "There are no scenarios";
  const ran = failed === 0 ? [style.green(passed)] : [style.red(`${failed} failed`), passed];
  return [...ran, ...written].join(", ");
}
