import { dirname, resolve, sep } from "node:path";
import type { BindOptions } from "../model/bind-options.js";
import type { SourceFile } from "../text/source-file.js";
import type { Input } from "./input.js";
import type { ProjectHost } from "./project-host.js";

/**
 * Makes the function that reads scripts and resources for journeys. A file must be inside the journey's folder, even when links
 * are followed. A missing file is added to `filesRead` too, because a watcher has to notice when it appears.
 */
export function fileReader(
  inputs: readonly Input[],
  { workingDirectory, files }: ProjectHost,
  filesRead: Set<string>,
): BindOptions["readText"] {
  let folders: ReadonlyMap<SourceFile, string> | undefined;
  return (path, from) => {
    folders ??= foldersOf(inputs);
    const folder = folders.get(from) ?? workingDirectory;
    const target = resolve(folder, path);
    filesRead.add(target);
    const file = files.realPath(target);
    if ("problem" in file) return file;
    const root = files.realPath(folder);
    if ("problem" in root) return root;
    if (!file.path.startsWith(root.path + sep)) return { problem: "it lies outside of the journey's folder" };
    return files.readText(file.path);
  };
}

/** The folders of texts. Standard input has none: its files are looked for in the working directory. */
function foldersOf(inputs: readonly Input[]): ReadonlyMap<SourceFile, string> {
  const folders = new Map<SourceFile, string>();
  for (const input of inputs) {
    if (input.kind !== "folder" && input.file !== undefined) folders.set(input.source, dirname(input.file));
  }
  return folders;
}
