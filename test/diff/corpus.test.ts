import { describe, expect, test } from "vitest";
import { checkModel } from "../../src/check/check-model.js";
import { bindFiles } from "../../src/compile/compile.js";
import { type ComparedSide, compare } from "../../src/diff/compare.js";
import { readExport } from "../../src/export-json/read/read-export.js";
import type { ReadJourney } from "../../src/export-json/read/read-result.js";
import { readFrom } from "../../src/import/compile-text.js";
import { importExports } from "../../src/import/import-exports.js";
import type { JsonObject } from "../../src/text/json.js";
import { SourceFile } from "../../src/text/source-file.js";
import { corpusIsThere, corpusSample, readCorpus } from "../support/corpus.js";
import { importOptions, type LooseExport } from "../support/import-support.js";
import { once } from "../support/once.js";
import { remint } from "../support/remint.js";

const files = corpusSample();
/** What `check/corpus.test.ts` has found equal for all, seen by the comparison. */
const some = corpusSample(4);
const textOf = once(readCorpus);

function sideOf(text: string): ComparedSide {
  const read = readExport(new SourceFile("corpus.json", text), {});
  return { model: read.model, findings: checkModel({ ...read, parsed: [] }) };
}

const sideOfFile = once((file: string) => sideOf(textOf(file)));

describe.skipIf(!corpusIsThere)("the journeys of the corpus (skipped where it is absent)", () => {
  test("do not differ from themselves with new ids, in another order, at other places", () => {
    const different: string[] = [];
    for (const [index, { file }] of files.entries()) {
      const moved = JSON.stringify(remint(JSON.parse(textOf(file)) as JsonObject, index));
      const { difference } = compare(sideOfFile(file), sideOf(moved), { layout: false });
      if (difference.journeys.length > 0) different.push(`${file} ${JSON.stringify(difference).slice(0, 2000)}`);
    }
    expect(different).toEqual([]);
  });

  test("have the findings that the texts imported from them have", () => {
    const other: string[] = [];
    for (const { file } of some) {
      const before = sideOfFile(file);
      const imported = importExports(before.model.journeys as readonly ReadJourney[], importOptions).journeys;
      const beside = new Map(imported.flatMap((journey) => [...journey.files]));
      const sources = imported.map(({ fileName, text }) => new SourceFile(fileName, text));
      const bound = bindFiles(sources, { readText: readFrom(beside) });
      const after = { model: bound.model, findings: checkModel(bound) };
      const { findings } = compare(before, after, { layout: false }).difference;
      if (findings.length > 0) other.push(`${file} ${JSON.stringify(findings)}`);
    }
    expect(other).toEqual([]);
  });

  test("differ by one line where one node has another label, also when made anew", () => {
    const other: string[] = [];
    for (const [index, { file }] of files.filter(({ kind }) => kind === "journey").entries()) {
      const value = JSON.parse(textOf(file)) as LooseExport;
      const [journey] = value.trees ? Object.values<LooseExport>(value.trees) : [value];
      const nodes = Object.values<LooseExport>(journey?.tree?.nodes ?? {});
      if (nodes.length === 0) continue;
      nodes[index % nodes.length].displayName = "Another label";
      const moved = index % 2 === 0 ? value : remint(value, index);
      const { difference } = compare(sideOfFile(file), sideOf(JSON.stringify(moved)), { layout: false });
      const kinds: readonly string[] = difference.journeys.flatMap<string>((each) =>
        each.kind === "journey-changed" ? each.changes.map(({ kind }) => kind) : [each.kind],
      );
      if (kinds.length !== 1 || kinds[0] !== "node-renamed") other.push(`${file} ${JSON.stringify(kinds)}`);
    }
    expect(other).toEqual([]);
  });
});
