import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readExport } from "../../src/export-json/read/read-export.js";
import { writeExport } from "../../src/export-json/write/write-export.js";
import { compileText, readFrom } from "../../src/import/compile-text.js";
import type { ImportOptions } from "../../src/import/import-journey.js";
import { type IntoResult, importInto } from "../../src/import/into/import-into.js";
import { SourceFile } from "../../src/text/source-file.js";
import { projectRoot } from "./read-project.js";

export const importOptions: ImportOptions = {
  realm: "alpha",
  defaultLocale: "en",
  externTypes: new Map(),
  minimal: false,
};

/** An export as tests change it. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach into exports by hand.
export type LooseExport = any;

/** Builds the first journey of a text and gives its export, free to be changed. */
export function buildText(text: string, files: ReadonlyMap<string, string> = new Map()): LooseExport {
  const { journeys } = compileText("test.journey", text, readFrom(files), importOptions);
  return JSON.parse(writeExport(journeys[0]!).text);
}

/** Reads an export's first journey. */
export function readValue(value: LooseExport) {
  const { model } = readExport(new SourceFile("test.json", JSON.stringify(value)), {});
  return model.journeys[0]!;
}

/** Brings an export into a text. */
export function into(text: string, value: LooseExport, files: ReadonlyMap<string, string> = new Map()): IntoResult {
  const source = { path: "test.journey", text, readText: readFrom(files) };
  return importInto(source, readValue(value), importOptions)!;
}

/** A file of the repository. */
export function readRepositoryFile(path: string): string {
  return readFileSync(join(projectRoot, path), "utf8");
}
