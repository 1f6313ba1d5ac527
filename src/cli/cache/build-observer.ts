import type { FileSystem } from "../../project/file-system.js";
import { contentHash } from "../output/content-hash.js";
import { stateOfEntries } from "./folder-state.js";
import type { BuildOverview } from "./kept-build.js";

type Kind = BuildOverview["kinds"][number][1];

/** Notes what a build reads and asks for. */
export class BuildObserver {
  /** The same files, observed. */
  readonly files: FileSystem;
  /** The hashes of all texts that were read, by path. */
  readonly hashes = new Map<string, string>();
  readonly kinds = new Map<string, Kind>();
  readonly folders = new Map<string, string>();
  /** The links by which files were asked for before they were read: a link may come to lead to another file. */
  readonly #names = new Map<string, Set<string>>();
  /** False after something that could not be read, or that was another text the second time. */
  isSound = true;

  constructor(files: FileSystem) {
    this.files = {
      kindOf: (path) => {
        const kind = files.kindOf(path);
        this.kinds.set(path, typeof kind === "string" ? kind : "none");
        return kind;
      },
      readText: (path) => {
        const result = files.readText(path);
        if ("problem" in result) this.isSound = false;
        else for (const name of this.#names.get(path) ?? [path]) this.noteHash(name, contentHash(result.text));
        return result;
      },
      list: (folder) => {
        const entries = files.list(folder);
        this.folders.set(folder, stateOfEntries(folder, entries));
        return entries;
      },
      realPath: (path) => {
        const real = files.realPath(path);
        if ("path" in real && real.path !== path) this.#noteName(real.path, path);
        return real;
      },
    };
  }

  #noteName(path: string, name: string): void {
    const names = this.#names.get(path);
    if (names === undefined) this.#names.set(path, new Set([name]));
    else names.add(name);
  }

  noteHash(path: string, hash: string): void {
    const known = this.hashes.get(path);
    if (known !== undefined && known !== hash) this.isSound = false;
    this.hashes.set(path, hash);
  }
}
