import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../src/diagnostics/diagnostic.js";
import { writeBundle } from "../src/export-json/write/write-bundle.js";
import { writeExport } from "../src/export-json/write/write-export.js";
import { SourceFile } from "../src/text/source-file.js";
import { bindSources, projectRoot, readBeside } from "./support/read-project.js";

/**
 * One harness for all golden folders. A folder holds `input.journey` and any of the files below; those that are there are
 * compared. A new case is a new folder, no code. `ACCEPT=1 npx vitest run test/cases.test.ts` rewrites them.
 */
const accept = process.env.ACCEPT === "1";

const cases = globSync("test/cases/*/input.journey", { cwd: projectRoot }).sort();

describe.each(cases)("%s", (path) => {
  const folder = join(projectRoot, path, "..");
  const text = readFileSync(join(projectRoot, path), "utf8");
  const compiled = compile(path, text);

  const outputs: Readonly<Record<string, (() => string) | undefined>> = {
    "expected.export.json": () => compiled.exports(),
    "expected.diagnostics.journey": () => annotated(text, compiled.diagnostics),
  };

  for (const [name, write] of Object.entries(outputs)) {
    const file = join(folder, name);
    if (write === undefined || !existsSync(file)) continue;
    test(name, () => {
      if (accept) writeFileSync(file, write());
      expect(write()).toBe(readFileSync(file, "utf8"));
    });
  }

  test("has no diagnostics but the expected ones", () => {
    if (existsSync(join(folder, "expected.diagnostics.journey"))) return;
    expect(compiled.diagnostics.map((diagnostic) => diagnostic.message)).toEqual([]);
  });

  test("a byte order mark and other line ends change nothing", () => {
    expect(compile(path, `\uFEFF${text}`).exports()).toBe(compiled.exports());
    if (!text.includes('"""')) expect(compile(path, text.replaceAll("\n", "\r\n")).exports()).toBe(compiled.exports());
  });

  test("compiling again gives the same bytes", () => {
    expect(compile(path, text).exports()).toBe(compiled.exports());
  });
});

function compile(path: string, text: string) {
  const { model, diagnostics } = bindSources([new SourceFile(path, text)], { readText: readBeside });
  const [first, ...others] = model.journeys;
  return {
    diagnostics,
    exports: () => {
      if (first === undefined) return "";
      return others.length === 0 ? writeExport(first).text : writeBundle(model.journeys);
    },
  };
}

/** The source with a line below each line that a diagnostic points at: where, how far, what. */
function annotated(text: string, diagnostics: readonly Diagnostic[]): string {
  const source = new SourceFile("input.journey", text);
  const notes = new Map<number, string[]>();
  for (const { place, id, severity, code, message, help } of diagnostics) {
    const at = source.positionAt(place.range.start);
    const width = Math.max(1, Math.min(place.range.end, endOfLine(text, place.range.start)) - place.range.start);
    const mark = "^".repeat(width).padStart(at.column - 1 + width);
    const lines = notes.get(at.line) ?? [];
    lines.push(`//@${mark.slice(3)} ${severity} ${id} ${code}: ${message}${help === undefined ? "" : ` | ${help}`}`);
    notes.set(at.line, lines);
  }
  const lines = text.split("\n");
  return lines.flatMap((line, index) => [line, ...(notes.get(index + 1) ?? [])]).join("\n");
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
