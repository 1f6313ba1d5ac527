import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFolder } from "../../src/config-folder/read/read-folder.js";
import { FrConfigNames } from "../../src/config-folder/write/frconfig-names.js";
import { writeFrConfig } from "../../src/config-folder/write/write-frconfig.js";
import { readExport } from "../../src/export-json/read/read-export.js";
import type { ReadResult } from "../../src/export-json/read/read-result.js";
import { withResidue } from "../../src/export-json/residue.js";
import { writeExport } from "../../src/export-json/write/write-export.js";
import type { JsonObject } from "../../src/text/json.js";
import { SourceFile } from "../../src/text/source-file.js";
import { corpusEntries, corpusIsThere, readCorpus } from "../support/corpus.js";
import { documentsOf } from "../support/documents-of.js";
import { anyEdits, editJson } from "../support/edit-json.js";
import { canonicalJourney, withSharedIds } from "../support/same-journey.js";

const entries = corpusEntries();

/** The journeys of a file, in the corpus's forms: under `trees`, or one at the top. */
function journeysIn(text: string): readonly JsonObject[] {
  const document = JSON.parse(text) as JsonObject;
  return "trees" in document ? Object.values(document.trees as Record<string, JsonObject>) : [document];
}

function rebuild({ model }: ReadResult) {
  return model.journeys.map(withResidue);
}

describe.skipIf(!corpusIsThere)("the corpus", () => {
  test("every journey comes back as it went in, nearly all without raw", () => {
    const families = new Set<string>();
    const withRaw = new Set<string>();
    for (const { file, family } of entries) {
      const text = readCorpus(file);
      const result = readExport(new SourceFile(file, text), {});
      expect(result.diagnostics, file).toEqual([]);
      const wanted = journeysIn(text);
      const journeys = rebuild(result);
      expect(journeys.length, file).toBe(wanted.length);
      journeys.forEach((journey, index) => {
        const { trees } = JSON.parse(writeExport(journey).text) as { trees: Record<string, JsonObject> };
        expect(canonicalJourney(trees[journey.id]!), file).toBe(canonicalJourney(wanted[index]!));
        if (family === undefined) return;
        families.add(family);
        if (journey.raw !== undefined) withRaw.add(family);
      });
    }
    expect(withRaw.size / families.size).toBeLessThanOrEqual(0.05);
  });

  test("edited at random, they are read without a crash and without losing a field", () => {
    const journeys = entries.filter(({ kind }) => kind === "journey");
    fc.assert(
      fc.property(fc.nat(journeys.length - 1), anyEdits, (index, edits) => {
        const [wanted] = journeysIn(readCorpus(journeys[index]!.file));
        editJson(wanted!, edits);
        const document = JSON.stringify({ trees: { edited: wanted } });
        const result = readExport(new SourceFile("edited.json", document), {});
        const [journey] = rebuild(result);
        if (!journey) {
          expect(result.diagnostics).not.toEqual([]);
          return;
        }
        const { trees } = JSON.parse(writeExport(journey).text) as { trees: Record<string, JsonObject> };
        const [again] = journeysIn(document);
        expect(canonicalJourney(withSharedIds(trees.edited!, result.diagnostics))).toBe(canonicalJourney(again!));
      }),
      { numRuns: 300 },
    );
  });

  test("folders give the journeys that were put together of them by other means", () => {
    const folders = entries.filter((entry) => entry.raw && entry.variant?.layout !== "am-rest-bodies-embedded-config");
    expect(folders.length).toBeGreaterThan(100);
    for (const { file, raw } of folders) {
      const result = readFolder(new Map(raw!.map((path) => [path, readCorpus(path)])), {});
      expect(documentsOf(result.model).map(canonicalJourney), file).toEqual(
        journeysIn(readCorpus(file)).map(canonicalJourney),
      );
    }
  });

  test("folders of fr-config-manager are written as they were pulled, and read back as the same journeys", () => {
    for (const { file, raw } of entries.filter((entry) => entry.variant?.layout === "fr-config-manager")) {
      const files = new Map(raw!.map((path) => [path.slice(path.indexOf("/realms/") + 1), readCorpus(path)]));
      const [journey] = rebuild(readFolder(files, {}));
      const realm = /^realms\/([^/]+)\/journeys/.exec([...files.keys()][0]!)?.[1];
      const placed = { journey: journey!, realm: realm ?? "alpha" };
      const written = writeFrConfig(placed, new FrConfigNames([placed], files));
      if (realm !== undefined) {
        expect(written.stale, file).toEqual([]);
        for (const [path, text] of files) if (written.files.has(path)) expect(written.files.get(path), path).toBe(text);
      }
      const again = readFolder(written.files, {});
      expect(documentsOf(again.model).map(canonicalJourney), file).toEqual(
        journeysIn(readCorpus(file)).map(canonicalJourney),
      );
    }
  });
});
