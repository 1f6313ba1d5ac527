import type { FileSystem } from "../../project/file-system.js";
import { contentHash } from "../output/output-record.js";
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
        if ("text" in result) this.noteHash(path, contentHash(result.text));
        else this.isSound = false;
        return result;
      },
      list: (folder) => {
        const entries = files.list(folder);
        this.folders.set(folder, stateOfEntries(folder, entries));
        return entries;
      },
      realPath: (path) => files.realPath(path),
    };
  }

  noteHash(path: string, hash: string): void {
    const known = this.hashes.get(path);
    if (known !== undefined && known !== hash) this.isSound = false;
    this.hashes.set(path, hash);
  }
}
