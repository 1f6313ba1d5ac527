import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { describeCallback, describePath } from "../../simulate/describe-run.js";
import { xmlText } from "../../write/graph/xml-text.js";
import type { TestReport, TimedResult } from "./report.js";

/** Results as JUnit XML for build servers, with one suite for each file. */
export function junitReport({ results, warnings }: TestReport): string {
  const files = new Map<string, TimedResult[]>();
  for (const result of results) {
    const { path } = result.place.source;
    const known = files.get(path);
    if (known) known.push(result);
    else files.set(path, [result]);
  }
  const suites = [...files].map(([file, ofFile], index) => suite(file, ofFile, index === 0 ? warnings : []));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${counts(results)}>\n${suites.join("")}</testsuites>\n`;
}

function suite(file: string, results: readonly TimedResult[], warnings: readonly Diagnostic[]): string {
  const told = warnings.map(({ message, place: { source, range } }) => {
    return xmlText(`${source.path}:${source.positionAt(range.start).line} ${message}`);
  });
  const output = told.length === 0 ? "" : `    <system-err>${told.join("\n")}</system-err>\n`;
  const cases = results.map(testCase).join("");
  return `  <testsuite name="${xmlText(file)}"${counts(results)}>\n${cases}${output}  </testsuite>\n`;
}

function testCase(result: TimedResult): string {
  const { title, journey, script, place, milliseconds, diagnostics } = result;
  const { line } = place.source.positionAt(place.range.start);
  const head = `    <testcase name="${xmlText(title)}" classname="${xmlText(script ?? journey ?? "")}" file="${xmlText(place.source.path)}" line="${line}" time="${seconds(milliseconds)}"`;
  if (result.passed) return `${head}/>\n`;
  const failures = diagnostics.map(({ code, message, place: at }) => {
    const where = `${at.source.path}:${at.source.positionAt(at.range.start).line}`;
    const path = script === undefined ? [`Path: ${describePath(result.path) || "none"}`] : [];
    const lines = [where, ...path, ...result.callbacks.map(describeCallback)];
    return `      <failure type="${code}" message="${xmlText(message)}">${lines.map(xmlText).join("\n")}</failure>\n`;
  });
  return `${head}>\n${failures.join("")}    </testcase>\n`;
}

function counts(results: readonly TimedResult[]): string {
  const failed = results.filter(({ passed }) => !passed).length;
  const time = results.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return ` tests="${results.length}" failures="${failed}" errors="0" skipped="0" time="${seconds(time)}"`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
