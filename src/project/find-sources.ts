import { type Dirent, readdirSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { SourceFile } from "../text/source-file.js";
import type { ProjectHost } from "./project-host.js";
import { describeFileProblem, readTextFile, type TextResult } from "./read-text.js";

/** A journey text and where it lies; `undefined` for standard input. */
export interface FoundSource {
  readonly source: SourceFile;
  readonly file: string | undefined;
}

export interface FoundSources {
  readonly sources: readonly FoundSource[];
  /** Paths that cannot be read. */
  readonly unreadable: readonly Diagnostic[];
}

export const standardInputPath = "<stdin>";

/**
 * Reads the journeys that paths name: files as they are, folders with all `.journey` files below them, `-` for standard
 * input. Each file counts once, in the order of paths, then by name.
 */
export function findSources(paths: readonly string[], host: ProjectHost): FoundSources {
  const sources: FoundSource[] = [];
  const unreadable: Diagnostic[] = [];
  const seen = new Set<string>();
  const shown = pathShower(host.workingDirectory);
  const add = (file: string | undefined, path: string, result: TextResult): void => {
    if ("text" in result) sources.push({ source: new SourceFile(path, result.text), file });
    else unreadable.push(unreadableFile(path, result.problem));
  };
  for (const path of paths) {
    if (path === "-") {
      add(undefined, standardInputPath, host.readStandardInput());
      continue;
    }
    const files = filesAt(resolve(host.workingDirectory, path));
    if ("problem" in files) unreadable.push(unreadableFile(path, files.problem));
    else {
      for (const file of files.files) {
        if (seen.has(file)) continue;
        seen.add(file);
        add(file, shown(file), readTextFile(file));
      }
    }
  }
  return { sources, unreadable };
}

/** Whether a path names journey texts: a file that is no JSON, or a folder with `.journey` files below it. Reads none of them. */
export function namesTexts(path: string, host: ProjectHost): boolean {
  if (/\.json$/i.test(path)) return false;
  const absolute = resolve(host.workingDirectory, path);
  const found = kindOf(absolute);
  return found === "file" || (found === "folder" && journeysBelow(absolute).next().done === false);
}

/** The same for files of which many lie in one folder: the way to each folder is looked for once. */
function pathShower(workingDirectory: string): (file: string) => string {
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

/** What stands before the names of a folder's files where messages show them; `start` is the same in full, with its separator. */
export function shownFolderStart(start: string, workingDirectory: string): string {
  return shownPath(`${start}-`, workingDirectory).slice(0, -1);
}

/** How messages show a path: relative to where the user works, unless that is no shorter way to say it. */
export function shownPath(file: string, workingDirectory: string): string {
  const way = relative(workingDirectory, file);
  return (way === "" || isAbsolute(way) || way.length > file.length ? file : way).split(sep).join("/");
}

export function unreadableFile(path: string, problem: string): Diagnostic {
  const source = new SourceFile(path, "");
  return createDiagnostic("unreadable-file", { source, range: { start: 0, end: 0 } }, { path, problem });
}

function filesAt(path: string): { readonly files: readonly string[] } | { readonly problem: string } {
  const found = kindOf(path);
  if (typeof found === "object") return found;
  return { files: found === "folder" ? [...journeysBelow(path)].sort() : [path] };
}

function kindOf(path: string): "file" | "folder" | { readonly problem: string } {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    return { problem: describeFileProblem(error) };
  }
}

/**
 * All `.journey` files below a folder. Hidden folders, `node_modules` and links are passed over, and so is what
 * cannot be listed. A package for this would be a tenth of the whole bundle, and every start reads that.
 */
function* journeysBelow(folder: string): Generator<string, void> {
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const start = next.endsWith(sep) ? next : next + sep;
    for (const entry of listFolder(next)) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory()) folders.push(start + entry.name);
      else if (entry.isFile() && entry.name.endsWith(".journey")) yield start + entry.name;
    }
  }
}

function listFolder(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
