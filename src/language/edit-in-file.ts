import type { Range } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";

/** An edit of one of several files. */
export interface EditInFile {
  /** The absolute path. */
  readonly path: string;
  /** The file as it is now. */
  readonly source: SourceFile;
  readonly range: Range;
  readonly newText: string;
}
