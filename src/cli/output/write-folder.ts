import { existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { describeFileProblem } from "../../project/describe-file-problem.js";
import { shownPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import { type WriteStatus, writeFileAtomically } from "./atomic-write.js";

/** A file that has been written, or had the same text already. */
export interface WrittenFile {
  /** The path as messages show it. */
  readonly path: string;
  readonly status: WriteStatus;
}

/**
 * Writes files below a folder. If a symbolic link leads out of the folder, this is a usage error and nothing more is written. Paths
 * have `/` as separator.
 */
export function writeBelow(
  folder: string,
  files: ReadonlyMap<string, string>,
  workingDirectory: string,
): readonly WrittenFile[] {
  const written: WrittenFile[] = [];
  for (const [path, text] of files) {
    const file = join(folder, ...path.split("/"));
    const shown = shownPath(file, workingDirectory);
    try {
      mkdirSync(dirname(file), { recursive: true });
      if (!isBelow(dirname(file), folder))
        throw new UsageError(`${shown} would be outside the folder, because of a symbolic link`);
      written.push({ path: shown, status: writeFileAtomically(file, text) });
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`Cannot write ${shown}: ${describeFileProblem(error)}`);
    }
  }
  return written;
}

function isBelow(path: string, folder: string): boolean {
  const real = realpathSync(path);
  const root = realpathSync(folder);
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
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
