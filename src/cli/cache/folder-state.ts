import { readdirSync } from "node:fs";
import { crc32 } from "node:zlib";
import type { FolderEntry } from "../../project/file-system.js";
import { isPassedOver } from "../../project/files-below.js";

/** Stands for the entries of a folder that a search for journeys looks at, by name and kind. */
export function stateOfEntries(folder: string, entries: readonly FolderEntry[]): string {
  let names = "";
  for (const entry of entries) {
    if (isPassedOver(entry.name, folder)) continue;
    names += entry.isDirectory() ? `${entry.name}/` : entry.isFile() ? `${entry.name}\0` : `${entry.name}?`;
  }
  return `${names.length}-${crc32(names)}`;
}

/** The same of a folder as it is on the disk; of one that cannot be listed, as of an empty one. */
export function stateOfFolder(folder: string): string {
  try {
    return stateOfEntries(folder, readdirSync(folder, { withFileTypes: true }));
  } catch {
    return stateOfEntries(folder, []);
  }
}
