import { isAbsolute, sep } from "node:path";

/** A path as a kept build has it: below the working directory it is relative. */
export function keptPath(path: string, workingDirectory: string): string {
  const start = startOf(workingDirectory);
  return path.startsWith(start) ? path.slice(start.length) : path;
}

/** The absolute path again. */
export function fullPath(path: string, workingDirectory: string): string {
  return isAbsolute(path) ? path : startOf(workingDirectory) + path;
}

function startOf(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}
