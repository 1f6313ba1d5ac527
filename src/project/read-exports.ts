import { readdirSync, type Stats, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { readFolder } from "../config-folder/read/read-folder.js";
import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { readExport } from "../export-json/read/read-export.js";
import type { ReadOptions, ReadResult } from "../export-json/read/read-result.js";
import { SourceFile } from "../text/source-file.js";
import { shownPath, standardInputPath, unreadableFile } from "./find-sources.js";
import type { ProjectHost } from "./project-host.js";
import { describeFileProblem, readTextFile, type TextResult } from "./read-text.js";

export interface ExportsRead {
  readonly read: ReadResult;
  /** Paths that cannot be read. */
  readonly unreadable: readonly Diagnostic[];
}

/** Reads the exports that paths name: files, folders in any layout, `-` for standard input. A journey counts once. */
export function readExportFiles(paths: readonly string[], host: ProjectHost, options: ReadOptions): ExportsRead {
  const results: ReadResult[] = [];
  const unreadable: Diagnostic[] = [];
  const add = (shown: string, result: TextResult) => {
    if ("text" in result) results.push(readExport(new SourceFile(shown, result.text), options));
    else unreadable.push(unreadableFile(shown, result.problem));
  };
  for (const path of paths) {
    if (path === "-") {
      add(standardInputPath, host.readStandardInput());
      continue;
    }
    const file = resolve(host.workingDirectory, path);
    const stats = statsOf(file);
    if ("problem" in stats) unreadable.push(unreadableFile(path, stats.problem));
    else if (stats.isDirectory()) results.push(readFolder(filesBelow(file, host, unreadable), options));
    else add(shownPath(file, host.workingDirectory), readTextFile(file));
  }
  return { read: joinResults(results), unreadable };
}

function statsOf(path: string): Stats | { readonly problem: string } {
  try {
    return statSync(path);
  } catch (error) {
    return { problem: describeFileProblem(error) };
  }
}

/** JSON, and the bodies of scripts. */
const wantedFile = /\.(?:json|js|mjs|groovy)$/i;

/** The texts below a folder by the path that messages show. Hidden folders, `node_modules` and links are passed over. */
function filesBelow(folder: string, host: ProjectHost, unreadable: Diagnostic[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const top = shownPath(folder, host.workingDirectory);
  const folders = [{ path: folder, prefix: top === "" || top === "." ? "" : `${top}/` }];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of listFolder(next.path)) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = `${next.path}${sep}${entry.name}`;
      const shown = next.prefix + entry.name;
      if (entry.isDirectory()) folders.push({ path, prefix: `${shown}/` });
      if (!entry.isFile() || !wantedFile.test(entry.name)) continue;
      const result = readTextFile(path);
      if ("text" in result) files.set(shown, result.text);
      else if (/\.json$/i.test(shown)) unreadable.push(unreadableFile(shown, result.problem));
    }
  }
  return files;
}

function listFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function joinResults(results: readonly ReadResult[]): ReadResult {
  const [only] = results;
  if (only !== undefined && results.length === 1) return only;
  const seen = new Map<string, ReadResult["model"]["journeys"][number]>();
  const journeys: ReadResult["model"]["journeys"][number][] = [];
  const diagnostics: Diagnostic[] = results.flatMap((result) => result.diagnostics);
  const externTypes = new Map(results.flatMap((result) => [...result.model.externTypes]));
  for (const result of results) {
    for (const journey of result.model.journeys) {
      const first = seen.get(journey.id);
      if (first !== undefined) {
        const related = [{ place: first.place, message: "First here" }];
        diagnostics.push(createDiagnostic("duplicate-journey", journey.place, { journey: journey.id }, { related }));
        continue;
      }
      seen.set(journey.id, journey);
      journeys.push(journey);
    }
  }
  return { model: { journeys, externTypes, scenarios: [] }, diagnostics };
}
