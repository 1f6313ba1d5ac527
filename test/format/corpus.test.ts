import { describe, expect, it } from "vitest";
import { readExport } from "../../src/export-json/read/read-export.js";
import { printFile } from "../../src/format/format.js";
import { SourceFile } from "../../src/text/source-file.js";
import { journeyToSyntax } from "../../src/write/journey/write-journey.js";
import { corpusIsThere, corpusSample, readCorpus } from "../support/corpus.js";
import { formatText, messages, read } from "./format-text.js";
import { meaningOf } from "./meaning.js";

describe.skipIf(!corpusIsThere)("journeys of the corpus (skipped where ../shared/corpus is absent)", () => {
  it("print as text that parses, means the same and is in canonical form", () => {
    let journeys = 0;
    for (const { file: path } of corpusSample()) {
      const source = new SourceFile(path, readCorpus(path));
      for (const journey of readExport(source, {}).model.journeys) {
        journeys++;
        const { file } = journeyToSyntax(journey);
        const text = printFile(file);
        const parsed = read(text);
        expect({ path, messages: messages(parsed) }).toEqual({ path, messages: [] });
        expect(meaningOf(parsed.file)).toEqual(meaningOf(file));
        expect(formatText(text)).toBe(text);
      }
    }
    expect(journeys).toBeGreaterThan(100);
  });
});
