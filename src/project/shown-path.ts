import { dirname, isAbsolute, relative, resolve, sep } from "node:path";

/** How messages name standard input. */
export const standardInputPath = "<stdin>";

/** The path as messages show it: relative to the working directory, unless the absolute path is shorter. */
export function shownPath(file: string, workingDirectory: string): string {
  const way = relative(workingDirectory, file);
  return (way === "" || isAbsolute(way) || way.length > file.length ? file : way).split(sep).join("/");
}

/** The path that a shown one stands for. */
export function absolutePath(shown: string, workingDirectory: string): string {
  return resolve(workingDirectory, shown);
}

/** The shown path of a folder, with its separator, to put before file names. `start` is its absolute path, also with separator. */
export function shownFolderStart(start: string, workingDirectory: string): string {
  return shownPath(`${start}-`, workingDirectory).slice(0, -1);
}

/** Makes a faster `shownPath` for many files in few folders: it works out each folder only once. */
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

/** The folder of an absolute path. */
export function folderOfPath(path: string): string {
  return dirname(path);
}
