import type { FileSystem } from "./file-system.js";

/** The same files, but every file that is read is added to `read`. Watchers, bundlers and caches depend on this list. */
export function recordReads(files: FileSystem, read: Set<string>): FileSystem {
  return {
    kindOf: (path) => files.kindOf(path),
    readText(path) {
      read.add(path);
      return files.readText(path);
    },
    list: (folder) => files.list(folder),
    realPath: (path) => files.realPath(path),
  };
}
