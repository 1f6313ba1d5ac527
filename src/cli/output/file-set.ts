import {
  chmodSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { removeLeftovers, temporaryPath } from "./temporary-name.js";

/** Whether a file was written, or had the same bytes already. */
export type WriteStatus = "written" | "unchanged";

/** What tells a written file from another one that has been put in its place: its number, its size and when its content was written. */
export type WrittenIdentity = readonly [ino: number, size: number, mtimeMs: number];

/** A file that waits under a temporary name. */
interface StagedFile {
  readonly path: string;
  readonly temporary: string;
  readonly existed: boolean;
}

/**
 * Files that are written together: all of them or, where one cannot be written, none. Each waits under a temporary name beside its
 * place, so that a process that is ended leaves the old file or the new one, and everything that can fail has been done before
 * the first file is replaced. A file that has the same bytes already is not touched, so that watchers do not notice it. A link
 * at a path is replaced, not followed.
 */
export class FileSet {
  readonly #staged = new Map<string, StagedFile>();
  readonly #folders: string[] = [];
  readonly #identities: Map<string, WrittenIdentity> | undefined;

  /** Notes what it has written in `identities`, by path. */
  constructor(identities?: Map<string, WrittenIdentity>) {
    this.#identities = identities;
  }

  add(path: string, text: string | Uint8Array): WriteStatus {
    const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
    this.#unstage(path);
    removeLeftovers(dirname(path));
    const mode = existingMode(path, bytes);
    if (mode === "same") return "unchanged";
    const temporary = temporaryPath(path);
    try {
      writeFileSync(temporary, bytes, { flag: "wx" });
      if (typeof mode === "number") chmodSync(temporary, mode);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    this.#identities?.set(path, writtenIdentity(temporary));
    this.#staged.set(path, { path, temporary, existed: mode !== undefined });
    return "written";
  }

  /** Makes a folder for files of this set; it goes again with `discard`. */
  addFolder(folder: string): void {
    const first = mkdirSync(folder, { recursive: true });
    if (first === undefined) return;
    for (let made = folder; made.length >= first.length; made = dirname(made)) this.#folders.push(made);
  }

  /** Puts all files in their places. Where that fails for one, those before it are put back. */
  commit(): void {
    const files = [...this.#staged.values()];
    const kept = new Map<string, string>();
    const placed: string[] = [];
    try {
      if (files.length > 1) for (const { path, existed } of files) if (existed) kept.set(path, keepFile(path));
      // Nothing else stands between the first and the last: the less time this takes, the less often an end falls into it.
      for (const { path, temporary } of files) {
        renameSync(temporary, path);
        placed.push(path);
      }
    } catch (error) {
      for (const path of placed) putBack(path, kept.get(path));
      for (const path of kept.values()) rmSync(path, { force: true });
      this.discard();
      throw error;
    }
    for (const path of kept.values()) rmSync(path, { force: true });
    this.#staged.clear();
    this.#folders.length = 0;
  }

  /** Removes all that was made for files that are not to be written. */
  discard(): void {
    for (const path of [...this.#staged.keys()]) this.#unstage(path);
    for (const folder of this.#folders.splice(0).sort((left, right) => right.length - left.length)) {
      removeIfEmpty(folder);
    }
  }

  #unstage(path: string): void {
    const staged = this.#staged.get(path);
    if (staged === undefined) return;
    rmSync(staged.temporary, { force: true });
    this.#staged.delete(path);
  }
}

export function writtenIdentity(path: string): WrittenIdentity {
  const { ino, size, mtimeMs } = lstatSync(path);
  return [ino, size, mtimeMs];
}

/** The permissions of the file at `path`, `same` when it holds these bytes, `other` for a link, `undefined` for nothing. */
function existingMode(path: string, bytes: Uint8Array): number | "same" | "other" | undefined {
  // Usually there is no such file, and an exception for each would cost more than this.
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (found.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), { code: "EISDIR" });
  if (found.isFile() && found.size === bytes.length && holds(path, bytes)) return "same";
  return found.isFile() ? found.mode & 0o777 : "other";
}

function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    // A file that cannot be read can still be replaced.
    return false;
  }
}

/** Keeps what stands at a path under a second name. Where a file system knows no second names, that is a copy. */
function keepFile(path: string): string {
  const kept = temporaryPath(path);
  try {
    linkSync(path, kept);
  } catch {
    copyFileSync(path, kept);
  }
  return kept;
}

function putBack(path: string, kept: string | undefined): void {
  if (kept === undefined) rmSync(path, { force: true });
  else renameSync(kept, path);
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else has put something there.
  }
}
