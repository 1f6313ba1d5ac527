import type { FileText } from "../model/bind-options.js";
import type { FileSystem, FolderEntry, PathKind } from "../project/file-system.js";

const missing = { problem: "no such file or folder" };

/** Files that somebody else has read and tells of, as in a browser, where files cannot be read while one waits. Paths are absolute, with `/`. */
export class MemoryFiles implements FileSystem {
  readonly #texts = new Map<string, string>();
  /** The entries of folders by their names: those that are folders themselves have how many files below them. */
  readonly #folders = new Map<string, Map<string, number | "file">>();

  /** Takes a text, or `undefined` for a file that is gone. */
  set(path: string, text: string | undefined): void {
    const isNew = !this.#texts.has(path);
    if (text !== undefined) {
      this.#texts.set(path, text);
      if (isNew) this.#enter(path, 1);
    } else if (this.#texts.delete(path)) this.#enter(path, -1);
  }

  kindOf(path: string): PathKind {
    if (this.#texts.has(path)) return "file";
    return path === "/" || this.#folders.has(path) ? "folder" : missing;
  }

  readText(path: string): FileText {
    const text = this.#texts.get(path);
    return text === undefined ? missing : { text };
  }

  list(folder: string): readonly FolderEntry[] {
    return [...(this.#folders.get(folder) ?? [])].map(([name, kind]) => ({
      name,
      isFile: () => kind === "file",
      isDirectory: () => kind !== "file",
    }));
  }

  realPath(path: string): ReturnType<FileSystem["realPath"]> {
    return this.kindOf(path) === missing ? missing : { path };
  }

  #enter(path: string, by: 1 | -1): void {
    let at = path.lastIndexOf("/");
    let name = path.slice(at + 1);
    let isFile = true;
    while (at >= 0) {
      const folder = path.slice(0, at) || "/";
      const entries = this.#folders.get(folder) ?? new Map<string, number | "file">();
      this.#folders.set(folder, entries);
      const before = entries.get(name);
      const count = (typeof before === "number" ? before : 0) + by;
      if (isFile ? by === -1 : count === 0) entries.delete(name);
      else entries.set(name, isFile ? "file" : count);
      if (entries.size === 0) this.#folders.delete(folder);
      if (at === 0) return;
      isFile = false;
      at = path.lastIndexOf("/", at - 1);
      name = path.slice(at + 1, folder.length);
    }
  }
}
