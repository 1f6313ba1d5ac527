import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "../src/syntax/parse.js";
import type { JsonObject } from "../src/text/json.js";
import { SourceFile } from "../src/text/source-file.js";
import { meaningOf } from "./format/meaning.js";
import { runCommand } from "./support/fake-host.js";
import { type GoldenCase, goldenCases, withInput } from "./support/golden/golden-case.js";
import {
  builtFiles,
  exportOf,
  findingsOf,
  formatted,
  importedFiles,
  outputFor,
} from "./support/golden/golden-outputs.js";
import { canonicalJourney } from "./support/same-journey.js";
import { temporaryFolder } from "./support/temporary-folder.js";

/**
 * One harness for all golden folders: `input.journey` or `input.export.json`, and what is expected of it; the expected files
 * that are there are compared. A new case is a new folder, no code. `npm run accept` rewrites them: read the difference.
 */
const cases = goldenCases();

describe.each(cases)("test/cases/$name", (subject) => {
  for (const path of subject.expected) {
    test(path, async () => {
      await expect(await outputFor(path, subject)).toMatchFileSnapshot(join(subject.folder, path));
    });
  }
  if (subject.input === "input.journey") alwaysOfTexts(subject);
  else alwaysOfExports(subject);
});

function alwaysOfTexts(subject: GoldenCase): void {
  const { text, expected } = subject;
  const source = new SourceFile(subject.input, text);

  test("has no findings but the expected ones", async () => {
    if (expected.includes("expected.diagnostics.journey")) return;
    expect((await findingsOf(subject)).map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  test("is formatted as it stands, or as expected, without a change of meaning; a broken text is left alone", async () => {
    const { code, output } = await formatted(text);
    if (parse(source).diagnostics.length > 0) return void expect([code, output]).toEqual([1, ""]);
    expect(meaningOf(parse(new SourceFile("x", output)).file)).toEqual(meaningOf(parse(source).file));
    expect((await formatted(output)).output).toBe(output);
    if (!expected.includes("expected.formatted.journey")) expect(output).toBe(text);
  });

  test("a byte order mark and other line ends change nothing", async () => {
    const [built, findings] = [await builtFiles(subject), placesOf(await findingsOf(subject))];
    for (const variant of [`\uFEFF${text}`, text.replaceAll("\n", "\r\n")]) {
      expect(await builtFiles(withInput(subject, variant))).toEqual(built);
      expect(placesOf(await findingsOf(withInput(subject, variant)))).toEqual(findings);
    }
  });

  test("any beginning of it is parsed", () => {
    for (let end = 0; end < text.length; end += 7) {
      const { diagnostics } = parse(new SourceFile("x", text.slice(0, end)));
      for (const { place } of diagnostics) expect(place.range.end).toBeLessThanOrEqual(end);
    }
  });

  test("its export comes back from an import, and changes nothing when it is imported into the text", async () => {
    const built = exportOf(await builtFiles(subject));
    if (built === "") return;
    await comesBack(built);
    await changesNothing(subject.files, built, subject.input);
  });
}

function alwaysOfExports(subject: GoldenCase): void {
  const { name, input, text, files } = subject;
  if (name.startsWith("unreadable-")) {
    test("is refused, and nothing is written", async () => {
      const folder = temporaryFolder(files);
      const { code, talk } = await runCommand(folder, ["import", input, "--out", "out"]);
      expect([code, talk.includes(input)]).toEqual([2, true]);
      expect(existsSync(join(folder, "out"))).toBe(false);
    });
    return;
  }

  test("comes back whole from an import", () => comesBack(text));

  test("a byte order mark changes nothing", async () => {
    expect(await importedFiles(withInput(subject, `\uFEFF${text}`))).toEqual(await importedFiles(subject));
  });

  test("its import is canonical, and changes nothing in itself", async () => {
    const imported = await importedFiles(subject);
    const texts = Object.entries(imported).filter(([path]) => path.endsWith(".journey"));
    expect(texts.length).toBeGreaterThan(0);
    for (const [path, journey] of texts) {
      expect((await formatted(journey)).output).toBe(journey);
      await changesNothing(imported, text, path);
    }
  });
}

/** Imports an export, builds the text, and compares by the tests' own idea of what is the same. */
async function comesBack(text: string): Promise<void> {
  const folder = temporaryFolder({ "x.json": text });
  expect(await runCommand(folder, ["import", "x.json", "--out", "texts"])).toMatchObject({ code: 0 });
  expect(await runCommand(folder, ["build", "texts", "--out", "out", "--bundle"])).toMatchObject({ code: 0 });
  const built = readFileSync(join(folder, "out", "bundle.journey.json"), "utf8");
  expect(canonicalJourneys(built)).toEqual(canonicalJourneys(text));
}

/** Imports an export into the text of a folder. */
async function changesNothing(files: Readonly<Record<string, string>>, text: string, path: string): Promise<void> {
  const folder = temporaryFolder({ ...files, "x.json": text });
  const { code, output } = await runCommand(folder, ["import", "x.json", "--into", path]);
  expect([code, /^written .*/m.exec(output)?.[0]]).toEqual([0, undefined]);
  expect(readFileSync(join(folder, path), "utf8")).toBe(files[path]);
  for (const [name, content] of Object.entries(files)) expect(readFileSync(join(folder, name), "utf8")).toBe(content);
}

/** The journeys of an export, below `trees` or alone at the top. */
function canonicalJourneys(text: string): readonly string[] {
  const document = JSON.parse(text.replace(/^\uFEFF/, "")) as JsonObject;
  const journeys = "trees" in document ? Object.values(document.trees as Record<string, JsonObject>) : [document];
  return journeys.map(canonicalJourney).sort();
}

/** Findings by line, column and text, which no byte order mark and no line end may change. */
function placesOf(findings: Awaited<ReturnType<typeof findingsOf>>): readonly string[] {
  return findings.map(({ message, place }) => `${place.range.start.line}:${place.range.start.column} ${message}`);
}
