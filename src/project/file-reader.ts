import { basename, dirname, join, resolve, sep } from "node:path";
import { nearestName } from "../diagnostics/suggest.js";
import type { BindOptions } from "../model/bind-options.js";
import type { SourceFile } from "../text/source-file.js";
import type { FileSystem } from "./file-system.js";
import type { Input } from "./input.js";
import type { ProjectHost } from "./project-host.js";

/**
 * Makes the function that reads scripts and resources for journeys. A file must be inside the journey's folder, even when links
 * are followed. A missing file is noted too, because a watcher has to notice when it appears.
 */
export function fileReader(
  inputs: readonly Input[],
  { workingDirectory, files }: Pick<ProjectHost, "workingDirectory" | "files">,
  note: (file: string, from: SourceFile) => void,
): BindOptions["readText"] {
  let folders: ReadonlyMap<string, string> | undefined;
  return (path, from) => {
    folders ??= foldersOf(inputs);
    const folder = folders.get(from.path) ?? workingDirectory;
    const target = resolve(folder, path);
    note(target, from);
    const file = files.realPath(target);
    if ("problem" in file) return { problem: file.problem + advice(path, target, files) };
    const root = files.realPath(folder);
    if ("problem" in root) return root;
    // The root of a file system ends with the separator itself.
    const below = root.path.endsWith(sep) ? root.path : root.path + sep;
    if (!file.path.startsWith(below)) return { problem: "it lies outside of the journey's folder" };
    return files.readText(file.path);
  };
}

/** The file that a path is near to: in its folder, with another ending, or one folder further down. */
function advice(path: string, target: string, files: FileSystem): string {
  const [folder, name] = [dirname(target), basename(target)];
  const names = new Map<string, string>();
  const before = path.slice(0, path.length - name.length);
  for (const entry of files.list(folder)) {
    if (!entry.isDirectory()) names.set(entry.name, `${before}${entry.name}`);
    else if (path === name)
      for (const inner of files.list(join(folder, entry.name)))
        if (inner.name === name) return `; did you mean \`${entry.name}/${name}\`?`;
  }
  const near = nearestName(name, names.keys());
  return near === undefined ? "" : `; did you mean \`${names.get(near)}\`?`;
}

/** The folders of texts, by shown path. Standard input has none: its files are looked for in the working directory. */
function foldersOf(inputs: readonly Input[]): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const input of inputs) {
    if (input.kind !== "folder" && input.file !== undefined) folders.set(input.path, dirname(input.file));
  }
  return folders;
}
