import type { SourceFile } from "../text/source-file.js";

/** What a path names, read but not yet understood. */
export type Input = TextInput | ExportInput | FolderInput;

/** A `.journey` text. */
export interface TextInput {
  readonly kind: "text";
  readonly source: SourceFile;
  /** Its absolute path; `undefined` for standard input. */
  readonly file: string | undefined;
}

/** An export that is one JSON text, of one journey or of many. */
export interface ExportInput {
  readonly kind: "export";
  readonly source: SourceFile;
  readonly file: string | undefined;
}

/** A folder of exports, or of configuration whose journeys lie in many files each: it is understood as a whole. */
export interface FolderInput {
  readonly kind: "folder";
  /** Its absolute path. */
  readonly folder: string;
  /** The texts of JSON files and scripts below it, by the paths that messages show. */
  readonly files: ReadonlyMap<string, string>;
}
