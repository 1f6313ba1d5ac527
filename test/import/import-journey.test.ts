import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { readExport } from "../../src/export-json/read/read-export.js";
import { journeyExport } from "../../src/export-json/write/write-export.js";
import { compileText, readFrom } from "../../src/import/compile-text.js";
import { importJourney } from "../../src/import/import-journey.js";
import { importInto } from "../../src/import/into/import-into.js";
import type { JsonObject } from "../../src/text/json.js";
import { SourceFile } from "../../src/text/source-file.js";
import { anyEdits, editJson } from "../support/edit-json.js";
import { exportFixture, fixtureIds } from "../support/export-fixture.js";
import { importOptions, type LooseExport } from "../support/import-support.js";
import { canonicalJourney } from "../support/same-journey.js";

function read(value: LooseExport) {
  const source = new SourceFile("x.json", JSON.stringify({ trees: { "Sign In": value } }));
  return readExport(source, {}).model.journeys[0];
}

function importValue(value: LooseExport, minimal = false) {
  const journey = read(value);
  if (journey === undefined) return undefined;
  const original = journey.origin.document.json;
  const options = { ...importOptions, minimal };
  const imported = importJourney(journey, "x.journey", options);
  const compiled = compileText("x.journey", imported.text, readFrom(imported.files), options);
  return { imported, built: journeyExport(compiled.journeys[0]!), original, diagnostics: compiled.diagnostics };
}

function errorsIn(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code}: ${message}`);
}

describe("importJourney", () => {
  it.each([false, true])("gives a text that builds the export again (minimal: %s)", (minimal) => {
    const result = importValue(exportFixture(), minimal)!;
    expect(result.imported.lost).toBeUndefined();
    expect(result.imported.raw).toBeUndefined();
    expect(errorsIn(result.diagnostics)).toEqual([]);
    expect(canonicalJourney(result.built)).toBe(canonicalJourney(result.original));
  });

  it("leaves out what equals the defaults only when asked to", () => {
    const full = importValue(exportFixture())!.imported.text;
    const minimal = importValue(exportFixture(), true)!.imported.text;
    expect(minimal.length).toBeLessThan(full.length);
  });

  it("gives the same text for what its text builds", () => {
    const { imported, built } = importValue(exportFixture())!;
    expect(importValue(built)!.imported.text).toBe(imported.text);
  });

  it("puts into raw what the language cannot say", () => {
    const value: LooseExport = exportFixture();
    value.tree.future = { deep: [null, { __proto__x: 1 }] };
    value.somethingNew = { a: 1 };
    const { imported, built, original } = importValue(value)!;
    expect(imported.raw).toEqual({ somethingNew: { a: 1 } });
    expect(imported.text).toContain("raw { somethingNew: { a: 1 } }");
    expect(canonicalJourney(built)).toBe(canonicalJourney(original));
  });

  /** In quotes, a text would read these as a name, a title or a type of a node, or as a slip in one. */
  const readAsNodes = ["Check", "Chekc", "Sign In Page", "PageNode", "DataStoreDecision", "Data Store Decision"];

  it.each(readAsNodes)("keeps arrows to ids that are no nodes and are called like one: %s", (id) => {
    const { text, files } = importValue(exportFixture())!.imported;
    const connected: LooseExport = exportFixture();
    connected.tree.nodes[fixtureIds.risk].connections.low = id;
    const entered: LooseExport = exportFixture();
    entered.tree.entryNodeId = id;
    for (const value of [connected, entered]) {
      const alone = importValue(value)!;
      expect(errorsIn(alone.diagnostics)).toEqual([]);
      expect(canonicalJourney(alone.built)).toBe(canonicalJourney(alone.original));
      const into = importInto({ path: "x.journey", text, readText: readFrom(files) }, read(value)!, importOptions)!;
      expect(into.lost).toBeUndefined();
      const compiled = compileText("x.journey", into.text, readFrom(files), importOptions);
      expect(errorsIn(compiled.diagnostics)).toEqual([]);
      expect(canonicalJourney(journeyExport(compiled.journeys[0]!))).toBe(canonicalJourney(alone.original));
    }
  });

  it("brings exports that were changed at random into the text of the unchanged one", () => {
    const { text, files } = importValue(exportFixture())!.imported;
    const source = { path: "x.journey", text, readText: readFrom(files) };
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const value: JsonObject = exportFixture();
        editJson(value, edits);
        const journey = read(value);
        if (journey === undefined) return;
        const result = importInto(source, journey, importOptions);
        if (result === undefined) return;
        const original = journey.origin.document.json;
        expect(result.lost).toBeUndefined();
        const changed = new Map([...files, ...result.files]);
        const compiled = compileText("x.journey", result.text, readFrom(changed), importOptions);
        const [built] = compiled.journeys;
        expect(errorsIn(compiled.diagnostics)).toEqual([]);
        // A script that the export lacks may stay in the source.
        const { scripts: _, ...others } = journeyExport(built!);
        const { scripts: __, ...expected } = original;
        expect(canonicalJourney(others)).toBe(canonicalJourney(expected));
      }),
      { numRuns: 100 },
    );
  });

  it("loses nothing of exports that were changed at random, and writes texts without errors", () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const value: JsonObject = exportFixture();
        editJson(value, edits);
        const result = importValue(value);
        if (result === undefined) return;
        expect(result.imported.lost).toBeUndefined();
        expect(errorsIn(result.diagnostics)).toEqual([]);
        expect(canonicalJourney(result.built)).toBe(canonicalJourney(result.original));
        const again = importValue(result.built);
        if (again !== undefined) expect(again.imported.text).toBe(result.imported.text);
      }),
      { numRuns: 100 },
    );
  });
});
