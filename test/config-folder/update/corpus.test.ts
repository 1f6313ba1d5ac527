import { expect, test } from "vitest";
import { readFolder } from "../../../src/config-folder/read/read-folder.js";
import { updateFolder } from "../../../src/config-folder/update/update-folder.js";
import { compileText, readFrom } from "../../../src/import/compile-text.js";
import { importExports } from "../../../src/import/import-exports.js";
import { corpusEntries, corpusIsThere, readCorpus } from "../../support/corpus.js";
import { importOptions } from "../../support/import-support.js";

test.skipIf(!corpusIsThere)("real folders of any layout come back through texts byte for byte", () => {
  const folders = corpusEntries().filter(({ raw }) => raw !== undefined);
  expect(folders.length).toBeGreaterThan(100);
  let compared = 0;
  for (const { file, raw } of folders) {
    const files = new Map(raw!.map((path) => [path, readCorpus(path)]));
    const { model } = readFolder(files, {});
    const { journeys } = importExports(model.journeys, importOptions);
    const placed = journeys.flatMap(({ fileName, text, files: beside, journey: { origin } }) => {
      const [journey] = compileText(fileName, text, readFrom(beside), importOptions).journeys;
      const realm = origin.kind === "text" ? undefined : origin.realm;
      return journey === undefined ? [] : [{ journey, realm: realm ?? "alpha" }];
    });
    expect(placed.length, file).toBeGreaterThan(0);
    for (const written of updateFolder(placed, files)) {
      expect([written.stale, written.leftOut], file).toEqual([[], []]);
      for (const [path, text] of written.files) {
        expect(text, path).toBe(files.get(path));
        compared++;
      }
    }
  }
  expect(compared).toBeGreaterThanOrEqual(folders.length);
});
