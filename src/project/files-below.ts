import { sep } from "node:path";
import type { FileSystem } from "./file-system.js";

/**
 * The files below a folder that are wanted by their names. Hidden folders, `node_modules` and links are passed over, and so is
 * what cannot be listed. A package for this would be a tenth of the whole program, and every start reads that.
 */
export function* filesBelow(
  folder: string,
  files: FileSystem,
  isWanted: (name: string) => boolean,
): Generator<string, void> {
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const start = next.endsWith(sep) ? next : next + sep;
    for (const entry of files.list(next)) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory()) folders.push(start + entry.name);
      else if (entry.isFile() && isWanted(entry.name)) yield start + entry.name;
    }
  }
}
