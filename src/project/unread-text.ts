import { SourceFile } from "../text/source-file.js";
import type { FileSystem } from "./file-system.js";
import type { TextInput } from "./input.js";
import { UsageError } from "./usage-error.js";

/** A text that is read when its source is asked for. */
export class UnreadText implements TextInput {
  readonly kind = "text";
  readonly path: string;
  readonly file: string;
  readonly #files: FileSystem;
  #source: SourceFile | undefined;

  constructor(path: string, file: string, files: FileSystem) {
    this.path = path;
    this.file = file;
    this.#files = files;
  }

  get source(): SourceFile {
    this.#source ??= new SourceFile(this.path, this.#read());
    return this.#source;
  }

  /** It was there a moment ago. */
  #read(): string {
    const result = this.#files.readText(this.file);
    if ("text" in result) return result.text;
    throw new UsageError(`Cannot read ${this.path}: ${result.problem}`);
  }
}
