import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFiles } from "../src/compile/compile.js";
import { applyFixes } from "../src/diagnostics/apply-fixes.js";
import type { Diagnostic } from "../src/diagnostics/diagnostic.js";
import { hasErrors } from "../src/diagnostics/has-errors.js";
import { writeExport } from "../src/export-json/write/write-export.js";
import { SourceFile } from "../src/text/source-file.js";
import { once } from "./support/once.js";
import { projectRoot } from "./support/read-project.js";

/**
 * Mistakes of people who write journeys by hand, each made once in a text that has none: it gives one finding, on the word that is
 * wrong, with the remedy that helps; a fix gives back what the text meant, or leaves an error.
 */
interface Row {
  readonly mistake: string;
  /** The text, in `test/data/mistakes`. */
  readonly in: string;
  readonly from: string;
  readonly to: string;
  readonly code: string;
  /** The line of the finding, with what it underlines between `‹` and `›`. */
  readonly at: string;
  /** The help, or the message of a finding without one. */
  readonly remedy: string;
  /** What a fix makes of a mistake that has lost what was meant. */
  readonly fixed?: string;
}

const folder = join(projectRoot, "test", "data", "mistakes");
const rows = readdirSync(folder)
  .filter((file) => file.startsWith("rows"))
  .flatMap((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as readonly Row[]);
const textOf = once((name: string) => readFileSync(join(folder, `${name}.journey`), "utf8"));

/** Paths in a text are relative to its folder. */
const analyse = (name: string, text: string) => {
  const readText = (path: string) => {
    const file = join(folder, dirname(name), path);
    return existsSync(file) ? { text: readFileSync(file, "utf8") } : { problem: "there is no such file" };
  };
  return checkFiles([new SourceFile("a.journey", text)], { readText });
};
const exportsOf = (name: string, text: string) =>
  analyse(name, text).model.journeys.map((journey) => writeExport(journey).text);
const rightExports = once((name: string) => exportsOf(name, textOf(name)));

function shown({ place: { source, range } }: Diagnostic): string {
  const { text } = source;
  const start = text.lastIndexOf("\n", range.start - 1) + 1;
  const lineEnd = text.indexOf("\n", range.start);
  const end = lineEnd === -1 ? text.length : lineEnd;
  const last = Math.min(range.end, end);
  return `${text.slice(start, range.start).trimStart()}‹${text.slice(range.start, last)}›${text.slice(last, end)}`;
}

function mended(name: string, text: string): string {
  const [changed] = applyFixes(analyse(name, text).diagnostics);
  return changed === undefined || changed.text === text ? text : mended(name, changed.text);
}

describe("without a mistake", () => {
  test.each([...new Set(rows.map((row) => row.in))])("%s has no finding", (name) => {
    expect(analyse(name, textOf(name)).diagnostics).toEqual([]);
  });
});

describe("one mistake", () => {
  test.each(rows)("$mistake", ({ in: name, from, to, code, at, remedy, fixed }) => {
    const right = textOf(name);
    expect(right.split(from).length).toBe(2);
    const wrong = right.replace(from, () => to);
    const { diagnostics } = analyse(name, wrong);
    expect(diagnostics.map((found) => [found.code, shown(found), found.help ?? found.message])).toEqual([
      [code, at, remedy],
    ]);
    if (diagnostics.every(({ fixes }) => fixes.length !== 1)) return;
    const result = mended(name, wrong);
    if (fixed !== undefined) expect(result).toBe(right.replace(from, () => fixed));
    else if (!hasErrors(analyse(name, result).diagnostics)) expect(exportsOf(name, result)).toEqual(rightExports(name));
  });
});
