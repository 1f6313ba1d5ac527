import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { describeFileProblem } from "../../project/describe-file-problem.js";
import { shownFolderStart } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import { type WriteStatus, writeFileAtomically } from "./atomic-write.js";

/** The folder that outputs are written to. It works out its shown path once, which saves time with a thousand files. */
export abstract class OutputFolder {
  readonly path: string;
  /** Whether it was there before, so that it may hold outputs of earlier builds. */
  abstract readonly existed: boolean;
  readonly #shownStart: string;

  constructor(path: string, workingDirectory: string) {
    this.path = path;
    this.#shownStart = shownFolderStart(path + sep, workingDirectory);
  }

  /** The path of a file as messages show it. */
  shown(fileName: string): string {
    return this.#shownStart + fileName;
  }

  write(fileName: string, text: string | Uint8Array): WriteStatus {
    try {
      return this.writeFile(fileName, text);
    } catch (error) {
      throw new UsageError(`Cannot write ${this.shown(fileName)}: ${describeFileProblem(error)}`);
    }
  }

  protected abstract writeFile(fileName: string, text: string | Uint8Array): WriteStatus;

  /** To be called when everything has been written. */
  abstract close(): void;

  /** To be called when something could not be written. */
  abstract discard(): void;
}

/**
 * Opens a folder for outputs. A new folder appears when all outputs are written, unless `hasFolders` is set: then some outputs are
 * written by other functions, which need the folder at once.
 */
export function openFolder(path: string, workingDirectory: string, hasFolders: boolean): OutputFolder {
  try {
    return hasFolders || existsSync(path)
      ? new ExistingFolder(path, workingDirectory)
      : new NewFolder(path, workingDirectory);
  } catch (error) {
    throw new UsageError(`Cannot write to ${path}: ${describeFileProblem(error)}`);
  }
}

class ExistingFolder extends OutputFolder {
  readonly existed = true;
  readonly #start: string;

  constructor(path: string, workingDirectory: string) {
    super(path, workingDirectory);
    mkdirSync(path, { recursive: true });
    this.#start = path + sep;
  }

  protected writeFile(fileName: string, text: string | Uint8Array): WriteStatus {
    return writeFileAtomically(this.#start + fileName, text);
  }

  close(): void {}

  discard(): void {}
}

/** A folder that is written under a temporary name beside its place and then renamed; this is also faster than renaming each file. */
class NewFolder extends OutputFolder {
  readonly existed = false;
  readonly #temporary: string;

  constructor(path: string, workingDirectory: string) {
    super(path, workingDirectory);
    const parent = dirname(path);
    mkdirSync(parent, { recursive: true });
    this.#temporary = join(parent, `.${basename(path).slice(0, 100)}.${process.pid}.tmp`);
    mkdirSync(this.#temporary);
  }

  protected writeFile(fileName: string, text: string | Uint8Array): WriteStatus {
    writeFileSync(this.#temporary + sep + fileName, text);
    return "written";
  }

  close(): void {
    try {
      renameSync(this.#temporary, this.path);
    } catch (error) {
      throw new UsageError(`Cannot write to ${this.path}: ${describeFileProblem(error)}`);
    }
  }

  discard(): void {
    rmSync(this.#temporary, { recursive: true, force: true });
  }
}
