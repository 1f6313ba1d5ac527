import { dirname, sep } from "node:path";
import type { FileText } from "../model/bind-options.js";
import type { FileSystem, FolderEntry, PathKind } from "../project/file-system.js";

const outside = { problem: "it lies outside of the roots" };

/** The files below some folders and nothing else, links followed, with texts of a call over them. */
export class GuardedFiles implements FileSystem {
  readonly #below: FileSystem;
  readonly #roots: readonly string[];
  readonly #texts: ReadonlyMap<string, string>;

  /** `roots` and the keys of `texts` are absolute paths. */
  constructor(below: FileSystem, roots: readonly string[], texts: ReadonlyMap<string, string> = new Map()) {
    this.#below = below;
    this.#texts = texts;
    this.#roots = roots.flatMap((root) => {
      const real = below.realPath(root);
      return "path" in real ? [real.path] : [root];
    });
  }

  kindOf(path: string): PathKind {
    if (this.#texts.has(path)) return "file";
    if ([...this.#texts.keys()].some((text) => text.startsWith(path + sep))) return "folder";
    return this.#allows(path) ? this.#below.kindOf(path) : outside;
  }

  readText(path: string): FileText {
    const text = this.#texts.get(path);
    if (text !== undefined) return { text };
    return this.#allows(path) ? this.#below.readText(path) : outside;
  }

  list(folder: string): readonly FolderEntry[] {
    const entries = this.#allows(folder) ? this.#below.list(folder) : [];
    const names = new Map(entries.map((entry) => [entry.name, entry]));
    for (const text of this.#texts.keys()) {
      if (!text.startsWith(folder + sep)) continue;
      const [name = "", ...further] = text.slice(folder.length + 1).split(sep);
      const isFile = further.length === 0;
      names.set(name, { name, isFile: () => isFile, isDirectory: () => !isFile });
    }
    return [...names.values()];
  }

  realPath(path: string): ReturnType<FileSystem["realPath"]> {
    const real = this.#below.realPath(path);
    if ("problem" in real) return this.#isOfText(path) ? { path: this.#nearReal(path) } : real;
    return this.#isInside(real.path) ? real : outside;
  }

  /** Whether a file may be written: it is below a root, also when the links on the way to it are followed. */
  allowsWriting(path: string): boolean {
    const real = this.#below.realPath(path);
    return this.#isInside("path" in real ? real.path : this.#nearReal(path));
  }

  #allows(path: string): boolean {
    const real = this.#below.realPath(path);
    // What is not there is said by the files themselves, but only below the roots.
    return this.#isInside("path" in real ? real.path : this.#nearReal(path));
  }

  #isOfText(path: string): boolean {
    return this.#texts.has(path) || [...this.#texts.keys()].some((text) => text.startsWith(path + sep));
  }

  /** The path with the links of the folders that exist followed. */
  #nearReal(path: string): string {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const real = this.#below.realPath(folder);
      if ("path" in real) return real.path + path.slice(folder === sep ? 0 : folder.length);
      if (dirname(folder) === folder) return path;
    }
  }

  #isInside(path: string): boolean {
    return this.#roots.some((root) => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep));
  }
}
