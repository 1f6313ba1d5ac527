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
    if ("problem" in file) return { problem: file.problem + advice(path, folder, files) };
    const root = files.realPath(folder);
    if ("problem" in root) return root;
    // The root of a file system ends with the separator itself.
    const below = root.path.endsWith(sep) ? root.path : root.path + sep;
    if (!file.path.startsWith(below)) return { problem: "it lies outside of the journey's folder" };
    return files.readText(file.path);
  };
}

/** The file that a path is near to: in its folder, with another ending, or the only one of its name below the folder of the journey. */
function advice(path: string, folder: string, files: FileSystem): string {
  const target = resolve(folder, path);
  const name = basename(target);
  const before = path.slice(0, path.length - name.length);
  const names = files.list(dirname(target)).flatMap((entry) => (entry.isDirectory() ? [] : [entry.name]));
  const near = nearestName(name, names);
  if (near !== undefined) return `; did you mean \`${before}${near}\`?`;
  const [only, second] = filesCalled(name, folder, files);
  return only === undefined || second !== undefined ? "" : `; did you mean \`${only}\`?`;
}

/** How many folders are looked through for a file that is not where a path says. */
const mostFolders = 200;

/** The paths of the files of a name in a folder and in those below it, the nearest ones first. */
function filesCalled(name: string, root: string, files: FileSystem): readonly string[] {
  const found: string[] = [];
  const folders = [""];
  for (const folder of folders) {
    for (const entry of files.list(join(root, folder))) {
      const path = `${folder}${entry.name}`;
      if (!entry.isDirectory()) found.push(...(entry.name === name ? [path] : []));
      else if (folders.length < mostFolders && !/^\.|^node_modules$/.test(entry.name)) folders.push(`${path}/`);
    }
  }
  return found;
}

/** The folders of texts, by shown path. Standard input has none: its files are looked for in the working directory. */
function foldersOf(inputs: readonly Input[]): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const input of inputs) {
    if (input.kind !== "folder" && input.file !== undefined) folders.set(input.path, dirname(input.file));
  }
  return folders;
}
