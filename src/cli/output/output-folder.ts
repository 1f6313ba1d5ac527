import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { describeFileProblem } from "../../project/describe-file-problem.js";
import { shownFolderStart } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import { FileSet, type WriteStatus } from "./file-set.js";
import { removeLeftovers, temporaryPath } from "./temporary-name.js";

/**
 * The folder that outputs are written to. They appear when all of them are written, and none of them where one cannot be. It works
 * out its shown path once, which saves time with a thousand files.
 */
export abstract class OutputFolder {
  readonly path: string;
  readonly #shownStart: string;
  readonly #written = new Set<string>();

  constructor(path: string, workingDirectory: string) {
    this.path = path;
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
export function openFolder(path: string, workingDirectory: string): OutputFolder {
  try {
    return existsSync(path) ? new ExistingFolder(path, workingDirectory) : new NewFolder(path, workingDirectory);
  } catch (error) {
    throw new UsageError(`Cannot write to ${path}: ${describeFileProblem(error)}`);
  }
}

class ExistingFolder extends OutputFolder {
  readonly #files = new FileSet();
  /** The folders inside that files may go to: no link leads out of this one. */
  readonly #inside = new Set<string>();

  constructor(path: string, workingDirectory: string) {
    super(path, workingDirectory);
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

  constructor(path: string, workingDirectory: string) {
    super(path, workingDirectory);
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
    const folder = new ExistingFolder(this.path, this.#workingDirectory);
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
