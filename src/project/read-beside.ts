import { dirname, resolve, sep } from "node:path";
import type { BindOptions } from "../model/bind-options.js";
import type { SourceFile } from "../text/source-file.js";
import type { Input } from "./input.js";
import type { ProjectHost } from "./project-host.js";

/**
 * Reads what journeys refer to: only below the journey's own folder, also where links lead elsewhere. What is not there is noted in
 * `filesRead` all the same, as it may come.
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

/** Where texts lie; standard input lies where the command was called. */
function foldersOf(inputs: readonly Input[]): ReadonlyMap<SourceFile, string> {
  const folders = new Map<SourceFile, string>();
  for (const input of inputs) {
    if (input.kind !== "folder" && input.file !== undefined) folders.set(input.source, dirname(input.file));
  }
  return folders;
}
