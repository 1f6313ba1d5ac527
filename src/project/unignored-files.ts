import { join, resolve } from "node:path";
import type { FileSystem } from "./file-system.js";
import { runGit } from "./git.js";

/**
 * The same files, without those that git ignores in the repository of a folder: builds, for instance, which no revision has either. A
 * path that somebody names can still be read.
 */
export function unignoredFiles(workingDirectory: string, files: FileSystem): FileSystem {
  const top = runGit(workingDirectory, ["rev-parse", "--show-toplevel"]).toString("utf8").trim();
  const listing = runGit(top, ["ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"]);
  const names = listing.toString("utf8").split("\0");
  const ignored = new Set(names.filter((name) => name !== "").map((name) => resolve(top, name)));
  return {
    kindOf: (path) => files.kindOf(path),
    readText: (path) => files.readText(path),
    list: (folder) => files.list(folder).filter(({ name }) => !ignored.has(join(folder, name))),
    realPath: (path) => files.realPath(path),
  };
}
