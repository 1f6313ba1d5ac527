import { join, sep } from "node:path";
import type { BuildTarget } from "../../compile/targets.js";
import { filesBelow } from "../../project/files-below.js";
import { isConfigurationFile } from "../../project/find-inputs.js";
import type { Host } from "../process/host.js";

/** Folders of fr-config-manager that outputs go to. */
const frConfigFolders = ["realms", "email-templates"];

/**
 * The files of a folder that outputs go to, by path from it with `/` as separator, as far as they decide how these are written: all
 * files of configuration, or only the JSON in the folders of fr-config-manager.
 */
export function existingFiles(
  out: string,
  { files }: Host,
  targets: readonly BuildTarget[],
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const all = targets.includes("folder");
  if (!all && !targets.includes("frconfig")) return texts;
  const folders = all ? [out] : frConfigFolders.map((folder) => join(out, folder));
  const isWanted = all ? isConfigurationFile : (name: string) => /\.json$/i.test(name);
  for (const folder of folders) {
    for (const file of filesBelow(folder, files, isWanted)) {
      const found = files.readText(file);
      if ("text" in found)
        texts.set(
          file
            .slice(out.length + 1)
            .split(sep)
            .join("/"),
          found.text,
        );
    }
  }
  return texts;
}
