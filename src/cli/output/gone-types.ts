import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { declarationHead } from "../../write/machine/declaration-head.js";

/** What the name of a file with the types of a text ends with. */
export const typesEnding = ".d.journey.ts";

/** The types that builds have written into these folders, and that belong to none of the texts of this one. */
export function goneTypes(folders: Iterable<string>, written: ReadonlySet<string>): readonly string[] {
  return [...folders]
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith(typesEnding) && !written.has(path) && isOurs(path))
    .sort();
}

function isOurs(path: string): boolean {
  try {
    return readFileSync(path, "utf8").startsWith(declarationHead);
  } catch {
    // A folder of this name, or a file that nobody may read, is none of ours.
    return false;
  }
}
