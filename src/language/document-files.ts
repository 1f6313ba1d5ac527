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
    const kind = kept(this.#kinds, path, () => this.#below.kindOf(path));
    return typeof kind !== "string" && this.#hasOpenBelow(path) ? "folder" : kind;
  }

  readText(path: string): FileText {
    return this.#open.get(path) ?? kept(this.#texts, path, () => withoutMark(this.#below.readText(path)));
  }

  list(folder: string): readonly FolderEntry[] {
    const entries = kept(this.#lists, folder, () => this.#below.list(folder));
    const known = new Set(entries.map(({ name }) => name));
    const unsaved = new Map<string, FolderEntry>();
    for (const path of this.#open.keys()) {
      if (!isBelow(path, withoutSeparator(folder))) continue;
      const [name = "", ...further] = path.slice(withoutSeparator(folder).length + 1).split(/[/\\]/);
      if (!known.has(name)) unsaved.set(name, folderEntry(name, further.length === 0));
    }
    return unsaved.size === 0 ? entries : [...entries, ...unsaved.values()];
  }

  realPath(path: string): ReturnType<FileSystem["realPath"]> {
    const real = kept(this.#realPaths, path, () => this.#below.realPath(path));
    return "problem" in real && (this.#open.has(path) || this.#hasOpenBelow(path)) ? { path } : real;
  }

  /** Whether the folder is there at least because of a document that has not been saved yet. */
  #hasOpenBelow(folder: string): boolean {
    for (const path of this.#open.keys()) if (isBelow(path, withoutSeparator(folder))) return true;
    return false;
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

/** Editors take a byte order mark away when they open a file, and do not count it. */
function withoutMark(read: FileText): FileText {
  return "text" in read && read.text.startsWith("\ufeff") ? { text: read.text.slice(1) } : read;
}

function withoutSeparator(folder: string): string {
  return folder.replace(/[/\\]$/, "");
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder) && /^[/\\]/.test(path.slice(folder.length));
}

function folderEntry(name: string, isFile: boolean): FolderEntry {
  return { name, isFile: () => isFile, isDirectory: () => !isFile };
}
