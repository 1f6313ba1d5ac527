import { join, sep } from "node:path";
import { filesBelow } from "../../project/files-below.js";
import type { Host } from "../process/host.js";

/** Folders of fr-config-manager that outputs go to. */
const folders = ["realms", "email-templates"];

/** The JSON files of these folders, by path from the folder of the outputs with `/` as separator. */
export function existingFiles(out: string, { files }: Host): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const folder of folders) {
    for (const file of filesBelow(join(out, folder), files, (name) => /\.json$/i.test(name))) {
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
