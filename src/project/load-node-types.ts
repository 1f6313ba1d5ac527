import { resolve } from "node:path";
import type { NodeType } from "../catalogue/node-type.js";
import { readTypeFile } from "../configuration/read-type-file.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { SourceFile } from "../text/source-file.js";
import { shownPath, unreadableFile } from "./find-sources.js";
import type { LoadedConfiguration } from "./load-configuration.js";
import type { ProjectHost } from "./project-host.js";
import { readTextFile } from "./read-text.js";

export interface LoadedNodeTypes {
  /** By platform id; the first of two files that describe one type holds. */
  readonly types: ReadonlyMap<string, NodeType>;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly string[];
}

/** Loads the node types of the configuration's files. */
export function loadNodeTypes({ configuration, folder }: LoadedConfiguration, host: ProjectHost): LoadedNodeTypes {
  const types = new Map<string, NodeType>();
  const diagnostics: Diagnostic[] = [];
  const files = configuration.nodeTypes.map((path) => resolve(folder, path));
  for (const file of files) {
    const shown = shownPath(file, host.workingDirectory);
    const text = readTextFile(file);
    if ("problem" in text) {
      diagnostics.push(unreadableFile(shown, text.problem));
      continue;
    }
    const read = readTypeFile(new SourceFile(shown, text.text));
    diagnostics.push(...read.diagnostics);
    for (const type of read.types) if (!types.has(type.id)) types.set(type.id, type);
  }
  return { types, diagnostics, files };
}
