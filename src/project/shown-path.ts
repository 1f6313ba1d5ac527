import { isAbsolute, relative, sep } from "node:path";

/** How messages name standard input. */
export const standardInputPath = "<stdin>";

/** How messages show a path: relative to where the user works, unless that is no shorter way to say it. */
export function shownPath(file: string, workingDirectory: string): string {
  const way = relative(workingDirectory, file);
  return (way === "" || isAbsolute(way) || way.length > file.length ? file : way).split(sep).join("/");
}

/** What stands before the names of a folder's files where messages show them; `start` is the same in full, with its separator. */
export function shownFolderStart(start: string, workingDirectory: string): string {
  return shownPath(`${start}-`, workingDirectory).slice(0, -1);
}

/** The same as `shownPath` for files of which many lie in one folder: the way to each folder is looked for once. */
export function pathShower(workingDirectory: string): (file: string) => string {
  let folder: string | undefined;
  let shownFolder = "";
  return (file) => {
    const start = file.slice(0, file.lastIndexOf(sep) + 1);
    if (start !== folder) {
      folder = start;
      shownFolder = shownFolderStart(start, workingDirectory);
    }
    return shownFolder + file.slice(start.length);
  };
}
