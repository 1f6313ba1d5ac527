import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFiles } from "../src/compile/compile.js";
import { applyFixes } from "../src/diagnostics/apply-fixes.js";
import { hasErrors } from "../src/diagnostics/has-errors.js";
import { writeExport } from "../src/export-json/write/write-export.js";
import { SourceFile } from "../src/text/source-file.js";
import { once } from "./support/once.js";
import { projectRoot } from "./support/read-project.js";

/**
 * Mistakes of people who know JSON, YAML, JavaScript, Terraform, Bicep and the admin console, and have not read the language
 * reference. Each is told once, with the remedy that helps.
 */
type Row = readonly [habit: string, from: string, to: string, code: string, remedy: string];

const rows = JSON.parse(
  readFileSync(join(projectRoot, "test", "data", "newcomer-mistakes.json"), "utf8"),
) as readonly Row[];

const right = readFileSync(join(projectRoot, "test", "data", "staff-login.journey"), "utf8");
const readText = () => ({ text: 'outcome = random ? "low" : "high";' });
const analyse = (text: string) => checkFiles([new SourceFile("staff.journey", text)], { readText });

const keysOf = once((text: string) => new Set(analyse(text).diagnostics.map(({ code, message }) => code + message)));

function exportsOf(text: string): readonly string[] | undefined {
  const { diagnostics, model } = analyse(text);
  return hasErrors(diagnostics) ? undefined : model.journeys.map((journey) => writeExport(journey).text);
}

const rightExports = once((text: string) => exportsOf(text));

/** A misspelt setting beside the right ones, and quotes in a text, stand for more than the right text has. */
const addsSomething = (to: string) =>
  to.includes("mustRunn") || to.includes('"factor"') || to.includes("Authentication, Login");

describe("a newcomer's mistake", () => {
  test.each(rows)("%s", (_, from, to, code, remedy) => {
    expect(right).toContain(from);
    const wrong = right.replace(from, () => to);
    const findings = analyse(wrong).diagnostics.filter((found) => !keysOf(right).has(found.code + found.message));
    expect(findings.map((found) => [found.code, found.help ?? found.message])).toEqual([[code, remedy]]);
    const line = wrong.slice(0, right.indexOf(from)).split("\n").length;
    const [finding] = findings;
    const at = finding!.place.source.positionAt(finding!.place.range.start).line;
    expect(at).toBeLessThanOrEqual(line + to.split("\n").length);
    let mended = wrong;
    for (let pass = 0; pass < 5; pass++) mended = applyFixes(analyse(mended).diagnostics)[0]?.text ?? mended;
    if (mended === wrong || addsSomething(to)) return;
    const exports = exportsOf(mended);
    if (exports !== undefined) expect(exports).toEqual(rightExports(right));
  });
});
