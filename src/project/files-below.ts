import { sep } from "node:path";
import type { FileSystem } from "./file-system.js";

/** A journey, node, script or template whose name begins with a dot is not hidden: fr-config-manager calls its files so. */
const holdsNamed = /[/\\](?:(?:journeys|nodes|email-templates)(?:[/\\][^/\\]+)?|scripts-content[/\\][^/\\]+)$/;

/** Hidden wherever they lie. */
const ofTools = /^(?:node_modules|\.git|\.hg|\.svn|\.vscode|\.idea)$/;

/** Whether nobody looks at what has this name in a folder. */
export function isPassedOver(name: string, folder: string): boolean {
  return ofTools.test(name) || (name.startsWith(".") && !holdsNamed.test(folder));
}

/**
 * Finds the files below a folder whose names are wanted. It skips hidden folders, `node_modules`, links and folders that cannot be
 * listed. This is our own code because a package for it would be a tenth of the program that every start has to load.
 */
export function* filesBelow(
  folder: string,
  files: FileSystem,
  isWanted: (name: string, folder: string) => boolean,
): Generator<string, void> {
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const start = next.endsWith(sep) ? next : next + sep;
    for (const entry of files.list(next)) {
      if (isPassedOver(entry.name, next)) continue;
      if (entry.isDirectory()) folders.push(start + entry.name);
      else if (entry.isFile() && isWanted(entry.name, next)) yield start + entry.name;
    }
  }
}

/** The folders that `filesBelow` looks into, the first one included. */
export function* foldersBelow(folder: string, files: FileSystem): Generator<string, void> {
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    yield next;
    const start = next.endsWith(sep) ? next : next + sep;
    for (const entry of files.list(next)) {
      if (entry.isDirectory() && !isPassedOver(entry.name, next)) folders.push(start + entry.name);
    }
  }
}
