import { resolve } from "node:path";
import type { NodeType } from "../catalogue/node-type.js";
import { readTypeFile } from "../configuration/read-type-file.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { SourceFile } from "../text/source-file.js";
import type { LoadedConfiguration } from "./load-configuration.js";
import type { ProjectHost } from "./project-host.js";
import { shownPath } from "./shown-path.js";
import { unreadableFile } from "./unreadable-file.js";

/** Node types that the configuration adds to the catalogue. */
export interface LoadedNodeTypes {
  /** By platform id. If two files describe one type, the first is used. */
  readonly types: ReadonlyMap<string, NodeType>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads the node types from the files that the configuration names. */
export function loadNodeTypes({ configuration, folder }: LoadedConfiguration, host: ProjectHost): LoadedNodeTypes {
  const types = new Map<string, NodeType>();
  const diagnostics: Diagnostic[] = [];
  for (const path of configuration.nodeTypes) {
    const file = resolve(folder, path);
    const shown = shownPath(file, host.workingDirectory);
    const text = host.files.readText(file);
    if ("problem" in text) {
      diagnostics.push(unreadableFile(shown, text.problem));
      continue;
    }
    const read = readTypeFile(new SourceFile(shown, text.text));
    diagnostics.push(...read.diagnostics);
    for (const type of read.types) if (!types.has(type.id)) types.set(type.id, type);
  }
  return { types, diagnostics };
}
