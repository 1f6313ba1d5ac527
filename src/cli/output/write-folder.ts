import { existsSync, readFileSync } from "node:fs";
import type { WriteStatus } from "./file-set.js";
import { openFolder } from "./output-folder.js";

/** A file that has been written, or had the same text already. */
export interface WrittenFile {
  /** The path as messages show it. */
  readonly path: string;
  readonly status: WriteStatus;
}

/**
 * Writes files below a folder, all of them or none. If a symbolic link leads out of the folder, this is a usage error. Paths have `/`
 * as separator.
 */
export function writeBelow(
  path: string,
  files: ReadonlyMap<string, string>,
  workingDirectory: string,
): readonly WrittenFile[] {
  if (files.size === 0) return [];
  const folder = openFolder(path, workingDirectory);
  try {
    const written: WrittenFile[] = [];
    for (const [name, text] of files) written.push({ path: folder.shown(name), status: folder.write(name, text) });
    folder.close();
    return written;
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** The text of a file; `undefined` if there is none, `null` if it is not readable text. */
export function existingText(file: string): string | null | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
