import type { FileText } from "../model/bind-options.js";
import type { FileSystem, FolderEntry, PathKind } from "../project/file-system.js";

/**
 * The files below, with the open documents of an editor over them. What the files below have answered is kept until somebody says that it may have
 * changed: a project is read again after each keystroke.
 */
export class DocumentFiles implements FileSystem {
  readonly #below: FileSystem;
  readonly #open = new Map<string, FileText>();
  readonly #kinds = new Map<string, PathKind>();
  readonly #texts = new Map<string, FileText>();
  readonly #lists = new Map<string, readonly FolderEntry[]>();
  readonly #realPaths = new Map<string, ReturnType<FileSystem["realPath"]>>();

  constructor(below: FileSystem) {
    this.#below = below;
  }

  /** Puts the text of an open document over a file, which need not exist. */
  open(path: string, text: string): void {
    this.#open.set(path, { text });
  }

  close(path: string): void {
    this.#open.delete(path);
    this.forget(path);
  }

  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  /** The open documents by path. */
  get openPaths(): Iterable<string> {
    return this.#open.keys();
  }

  /** To be called when a file or folder has come, gone or changed. */
  forget(path: string): void {
    for (const known of this.#texts.keys()) if (known === path || isBelow(known, path)) this.#texts.delete(known);
    this.#kinds.clear();
    this.#lists.clear();
    this.#realPaths.clear();
  }

  /** To be called when anything may have changed. */
  forgetAll(): void {
    this.#texts.clear();
    this.#kinds.clear();
    this.#lists.clear();
    this.#realPaths.clear();
  }

  kindOf(path: string): PathKind {
    if (this.#open.has(path)) return "file";
    return kept(this.#kinds, path, () => this.#below.kindOf(path));
  }

  readText(path: string): FileText {
    return this.#open.get(path) ?? kept(this.#texts, path, () => this.#below.readText(path));
  }

  list(folder: string): readonly FolderEntry[] {
    const entries = kept(this.#lists, folder, () => this.#below.list(folder));
    const unsaved = [...this.#open.keys()]
      .filter((path) => folderOf(path) === withoutSeparator(folder))
      .map((path) => path.slice(folderOf(path).length + 1))
      .filter((name) => entries.every((entry) => entry.name !== name));
    return unsaved.length === 0 ? entries : [...entries, ...unsaved.map(fileEntry)];
  }

  realPath(path: string): ReturnType<FileSystem["realPath"]> {
    const real = kept(this.#realPaths, path, () => this.#below.realPath(path));
    return "problem" in real && this.#open.has(path) ? { path } : real;
  }
}

function kept<Value>(known: Map<string, Value>, path: string, ask: () => Value): Value {
  let value = known.get(path);
  if (value === undefined) {
    value = ask();
    known.set(path, value);
  }
  return value;
}

const separator = /[/\\](?=[^/\\]*$)/;

function folderOf(path: string): string {
  const at = path.search(separator);
  return at === -1 ? "" : path.slice(0, at);
}

function withoutSeparator(folder: string): string {
  return folder.replace(/[/\\]$/, "");
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder) && /^[/\\]/.test(path.slice(folder.length));
}

function fileEntry(name: string): FolderEntry {
  return { name, isFile: () => true, isDirectory: () => false };
}
