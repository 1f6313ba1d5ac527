import type { FileSystem } from "./file-system.js";

/** The same files, with each that is read noted in `read`: what a watcher, a bundler or a cache depends on. */
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
