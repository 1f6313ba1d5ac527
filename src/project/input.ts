import type { SourceFile } from "../text/source-file.js";

/** Something that a path names. Its text has been read, but not parsed. */
export type Input = TextInput | ExportInput | FolderInput;

/** A `.journey` text. One that a build may pass over is read when its source is asked for. */
export interface TextInput {
  readonly kind: "text";
  /** The path that messages show. */
  readonly path: string;
  readonly source: SourceFile;
  /** Its absolute path; `undefined` for standard input. */
  readonly file: string | undefined;
}

/** An export that is one JSON text, of one journey or of many. */
export interface ExportInput {
  readonly kind: "export";
  readonly path: string;
  readonly source: SourceFile;
  readonly file: string | undefined;
}

/** A folder of exports or of configuration. It is read as a whole, because a journey may be spread over many files. */
export interface FolderInput {
  readonly kind: "folder";
  /** Its absolute path. */
  readonly folder: string;
  /** The folder that their paths are relative to, unless they are absolute. */
  readonly pathsFrom: string;
  /** The texts of the JSON files, scripts and e-mail templates in it, by the paths that messages show. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether texts lie in the folder too: then it may hold no journey, and exports of journeys that a text has are their builds. */
  readonly isBesideTexts?: boolean;
}
