import { readdirSync, rmSync } from "node:fs";
import { join, sep } from "node:path";

/** Adds a written file to `folders` if it is in the folder of a journey: `realms/<realm>/journeys/<journey>/`. */
export function noteJourneyFile(fileName: string, folders: Map<string, Set<string>>): void {
  const folder = /^realms\/[^/]+\/journeys\/[^/]+\//.exec(fileName)?.[0];
  if (folder === undefined) return;
  const files = folders.get(folder) ?? new Set();
  folders.set(folder, files.add(fileName));
}

/**
 * Removes JSON files of earlier builds from the folders of journeys if this build has not written them, because a deployment would
 * bring the removed nodes back. Returns their paths. Other files and links stay.
 */
export function removeStale(out: string, folders: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const removed: string[] = [];
  for (const [folder, written] of folders) {
    const root = join(out, ...folder.split("/"));
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const fileName = path
        .slice(out.length + 1)
        .split(sep)
        .join("/");
      if (!entry.isFile() || !entry.name.endsWith(".json") || written.has(fileName)) continue;
      rmSync(path);
      removed.push(path);
    }
  }
  return removed;
}
