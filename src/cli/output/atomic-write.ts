import { chmodSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

export type WriteStatus = "written" | "unchanged";

/**
 * Writes a file so that a crash leaves the old file or the new one: to a temporary file beside it, then by renaming. A
 * file that holds the text already is left alone, so that nothing that watches it wakes up. A link in its place is
 * replaced, not followed.
 */
export function writeFileAtomically(path: string, text: string | Uint8Array): WriteStatus {
  const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
  const mode = existingMode(path, bytes);
  if (mode === "same") return "unchanged";
  const name = basename(path);
  const temporary = `${path.slice(0, -name.length)}.${name.slice(0, 100)}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes, { flag: "wx" });
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return "written";
}

/** The permissions of the regular file at `path`, or `same` when it holds these bytes. */
function existingMode(path: string, bytes: Uint8Array): number | "same" | undefined {
  try {
    // Most often there is no such file: an error made for each would cost more than the question.
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found?.isFile()) return undefined;
    return found.size === bytes.length && readFileSync(path).equals(bytes) ? "same" : found.mode & 0o777;
  } catch {
    return undefined;
  }
}
