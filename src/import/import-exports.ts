import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { ReadJourney } from "../export-json/read/read-result.js";
import { encodeFileNames, foldFileName } from "../text/file-name.js";
import { type ImportedJourney, type ImportOptions, importJourney } from "./import-journey.js";

/** An imported journey, and the name of the file for its text. */
export interface ImportedFile extends ImportedJourney {
  /** The name without a folder. */
  readonly fileName: string;
}

export interface ImportResult {
  readonly journeys: readonly ImportedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns journeys into texts that lie together in one folder. Scripts and resources that several journeys have in common
 * become one file; different ones with the same name get different files.
 */
export function importExports(read: readonly ReadJourney[], options: ImportOptions): ImportResult {
  const fileNames = encodeFileNames(read.map((journey) => journey.id));
  const shared = new Map<string, string>();
  const journeys: ImportedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const journey of read) {
    const fileName = `${fileNames.get(journey.id) ?? "%"}.journey`;
    const mayHold = (path: string, text: string) => {
      const holder = shared.get(foldFileName(path));
      return (holder === undefined || holder === text) && (options.mayHold?.(path, text) ?? true);
    };
    const imported = importJourney(journey, fileName, { ...options, mayHold });
    if (imported.lost !== undefined) {
      diagnostics.push(createDiagnostic("import-not-whole", journey.place, { journey: journey.id }));
      continue;
    }
    for (const [path, text] of imported.files) shared.set(foldFileName(path), text);
    journeys.push({ ...imported, fileName });
  }
  return { journeys, diagnostics };
}
