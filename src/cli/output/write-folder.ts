import { existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { describeFileProblem } from "../../project/read-text.js";
import { shownPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import { type WriteStatus, writeFileAtomically } from "./atomic-write.js";

export interface WrittenFile {
  /** As messages show it. */
  readonly path: string;
  readonly status: WriteStatus;
}

/**
 * Writes files below a folder and nowhere else: where a link leads out of it, the work ends before that file. Paths have `/` as
 * separator.
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

/** The text of a file that is there; `undefined` where none is, `null` for what is no readable text. */
export function existingText(file: string): string | null | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
