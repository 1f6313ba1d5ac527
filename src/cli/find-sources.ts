import { type Stats, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { SourceFile } from "../text/source-file.js";
import type { Host } from "./host.js";
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
export async function findSources(paths: readonly string[], host: Host): Promise<FoundSources> {
  const sources: FoundSource[] = [];
  const unreadable: Diagnostic[] = [];
  const seen = new Set<string>();
  const add = (file: string | undefined, shown: string, result: TextResult): void => {
    if ("text" in result) sources.push({ source: new SourceFile(shown, result.text), file });
    else unreadable.push(unreadableFile(shown, result.problem));
  };
  for (const path of paths) {
    if (path === "-") {
      add(undefined, standardInputPath, host.readStandardInput());
      continue;
    }
    const files = await filesAt(resolve(host.workingDirectory, path));
    if ("problem" in files) unreadable.push(unreadableFile(path, files.problem));
    else {
      for (const file of files.files) {
        if (seen.has(file)) continue;
        seen.add(file);
        add(file, shownPath(file, host.workingDirectory), readTextFile(file));
      }
    }
  }
  return { sources, unreadable };
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

async function filesAt(path: string): Promise<{ readonly files: readonly string[] } | { readonly problem: string }> {
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch (error) {
    return { problem: describeFileProblem(error) };
  }
  if (!stats.isDirectory()) return { files: [path] };
  const { glob } = await import("tinyglobby");
  const found = await glob("**/*.journey", {
    cwd: path,
    dot: false,
    ignore: ["**/node_modules/**"],
    onlyFiles: true,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  return { files: found.sort().map((file) => join(path, file)) };
}
