import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { describeFileProblem } from "../../project/describe-file-problem.js";
import { shownFolderStart } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import { FileSet, type WriteStatus, type WrittenIdentity, writtenIdentity } from "./file-set.js";
import { removeLeftovers, temporaryPath } from "./temporary-name.js";

/**
 * The folder that outputs are written to. They appear when all of them are written, and none of them where one cannot be. It works
 * out its shown path once, which saves time with a thousand files.
 */
export abstract class OutputFolder {
  readonly path: string;
  readonly #shownStart: string;
  readonly #written = new Set<string>();
  /** What has been written, by path; noted only where somebody asks for it. */
  readonly identities: Map<string, WrittenIdentity> | undefined;

  constructor(path: string, workingDirectory: string, notesIdentities: boolean) {
    this.path = path;
    this.identities = notesIdentities ? new Map() : undefined;
    this.#shownStart = shownFolderStart(path + sep, workingDirectory);
  }

  /** The path of a file as messages show it. */
  shown(fileName: string): string {
    return this.#shownStart + fileName;
  }

  /** Whether it has a file, or will have it with `close`. */
  has(fileName: string): boolean {
    return this.#written.has(fileName) || existsSync(join(this.path, fileName));
  }

  /** Leaves a file as it is, since it holds what would be written. */
  keep(fileName: string): WriteStatus {
    this.#written.add(fileName);
    return "unchanged";
  }

  /** Writes a file that appears with `close`. A name has `/` as separator. */
  write(fileName: string, text: string | Uint8Array): WriteStatus {
    try {
      this.#written.add(fileName);
      return this.writeFile(fileName, text);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`Cannot write ${this.shown(fileName)}: ${describeFileProblem(error)}`);
    }
  }

  /** To be called when everything has been written. */
  close(): void {
    try {
      this.finish();
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`Cannot write to ${this.path}: ${describeFileProblem(error)}`);
    }
  }

  protected abstract writeFile(fileName: string, text: string | Uint8Array): WriteStatus;

  protected abstract finish(): void;

  /** To be called when something could not be written. */
  abstract discard(): void;
}

/** Opens a folder for outputs. A new folder appears when all outputs are written. */
export function openFolder(path: string, workingDirectory: string, notesIdentities = false): OutputFolder {
  try {
    const Folder = existsSync(path) ? ExistingFolder : NewFolder;
    return new Folder(path, workingDirectory, notesIdentities);
  } catch (error) {
    throw new UsageError(`Cannot write to ${path}: ${describeFileProblem(error)}`);
  }
}

class ExistingFolder extends OutputFolder {
  readonly #files: FileSet;
  /** The folders inside that files may go to: no link leads out of this one. */
  readonly #inside = new Set<string>();

  constructor(path: string, workingDirectory: string, notesIdentities: boolean) {
    super(path, workingDirectory, notesIdentities);
    this.#files = new FileSet(this.identities);
    // A file in the place of the folder shows at once.
    mkdirSync(path, { recursive: true });
  }

  protected writeFile(fileName: string, text: string | Uint8Array): WriteStatus {
    const file = this.path + sep + fileName.replaceAll("/", sep);
    if (fileName.includes("/")) this.#openInside(dirname(file), fileName);
    return this.#files.add(file, text);
  }

  protected finish(): void {
    this.#files.commit();
  }

  discard(): void {
    this.#files.discard();
  }

  #openInside(folder: string, fileName: string): void {
    if (this.#inside.has(folder)) return;
    this.#files.addFolder(folder);
    if (!isBelow(folder, this.path)) {
      throw new UsageError(`${this.shown(fileName)} would be outside the folder, because of a symbolic link`);
    }
    this.#inside.add(folder);
  }
}

function isBelow(path: string, folder: string): boolean {
  const real = realpathSync(path);
  const root = realpathSync(folder);
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** A folder that is written under a temporary name beside its place and then renamed; this is also faster than renaming each file. */
class NewFolder extends OutputFolder {
  readonly #workingDirectory: string;
  readonly #temporary: string;
  readonly #names = new Set<string>();

  constructor(path: string, workingDirectory: string, notesIdentities: boolean) {
    super(path, workingDirectory, notesIdentities);
    this.#workingDirectory = workingDirectory;
    mkdirSync(dirname(path), { recursive: true });
    removeLeftovers(dirname(path));
    this.#temporary = temporaryPath(path);
    mkdirSync(this.#temporary);
  }

  protected writeFile(fileName: string, text: string | Uint8Array): WriteStatus {
    const file = join(this.#temporary, fileName);
    if (fileName.includes("/")) mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    this.identities?.set(join(this.path, fileName), writtenIdentity(file));
    this.#names.add(fileName);
    return "written";
  }

  protected finish(): void {
    try {
      renameSync(this.#temporary, this.path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "ENOTEMPTY" && code !== "EEXIST" && code !== "EPERM") throw error;
      this.#mergeInto();
    }
  }

  discard(): void {
    rmSync(this.#temporary, { recursive: true, force: true });
  }

  /** Another build has made the folder meanwhile. */
  #mergeInto(): void {
    const folder = new ExistingFolder(this.path, this.#workingDirectory, false);
    // What is there now may be of the other build: nothing is known of it.
    this.identities?.clear();
    try {
      for (const name of this.#names) folder.write(name, readFileSync(join(this.#temporary, name)));
      folder.close();
    } catch (error) {
      folder.discard();
      throw error;
    }
    this.discard();
  }
}
