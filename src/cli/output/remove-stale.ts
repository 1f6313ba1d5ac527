import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Removes files of a folder that nothing stands for any more, and the folders inside it that are empty then. Answers the paths of the
 * files. Other files are left alone, and so are the folders that they lie in.
 */
export function removeFiles(folder: string, fileNames: Iterable<string>): readonly string[] {
  const removed: string[] = [];
  const folders = new Set<string>();
  for (const fileName of fileNames) {
    const path = join(folder, ...fileName.split("/"));
    rmSync(path, { force: true });
    removed.push(path);
    folders.add(dirname(path));
  }
  for (const each of folders) removeEmptyFolders(each, folder);
  return removed;
}

function removeEmptyFolders(from: string, until: string): void {
  for (let folder = from; folder.length > until.length && isEmpty(folder); folder = dirname(folder)) rmdirSync(folder);
}

function isEmpty(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length === 0;
}
