import { chmodSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

/** Whether a file was written, or had the same bytes already. */
export type WriteStatus = "written" | "unchanged";

/**
 * Writes a file so that a crash leaves the old file or the new one: it writes a temporary file beside it and renames that. A file
 * that has the same text already is not touched, so that watchers do not notice it. A link at the path is replaced, not
 * followed.
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
    // Usually there is no such file, and an exception for each would cost more than this.
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found?.isFile()) return undefined;
    return found.size === bytes.length && readFileSync(path).equals(bytes) ? "same" : found.mode & 0o777;
  } catch {
    return undefined;
  }
}
