import { analyse } from "../compile.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../model/model.js";
import type { OptionValues } from "./command.js";
import { findSources } from "./find-sources.js";
import type { Host } from "./host.js";
import { loadProject } from "./load-project.js";
import type { projectOptions } from "./project-options.js";
import { readExports } from "./read-exports.js";

export interface LoadedModel {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
  /** Something could not be read at all. */
  readonly isUnreadable: boolean;
}

/** Reads journeys in any form: `.journey` files and folders of them through the project, everything else as exports. */
export async function loadModel(
  host: Host,
  paths: readonly string[],
  given: OptionValues<typeof projectOptions>,
): Promise<LoadedModel> {
  const input = host.readStandardInput;
  const read = paths.includes("-") ? input() : undefined;
  // Standard input can be read once only, but is looked at twice.
  const sameHost = read === undefined ? host : { ...host, readStandardInput: () => read };
  const texts = paths.filter((path) => isText(path, sameHost));
  const exports = paths.filter((path) => !texts.includes(path));
  const parts: LoadedModel[] = [];
  if (texts.length > 0 || exports.length === 0) {
    const project = await loadProject(sameHost, texts, given);
    const { model, diagnostics } = analyse(project.sources, project.options);
    const all = [...project.unreadable, ...diagnostics];
    parts.push({ model, diagnostics: all, isUnreadable: project.unreadable.length > 0 });
  }
  if (exports.length > 0) {
    const { read: result, unreadable } = readExports(exports, sameHost, given.realm ? { realm: given.realm } : {});
    const isUnreadable = unreadable.length > 0 || result.originals.length === 0;
    parts.push({ model: result.model, diagnostics: [...unreadable, ...result.diagnostics], isUnreadable });
  }
  return join(parts);
}

function isText(path: string, host: Host): boolean {
  if (path.endsWith(".journey")) return true;
  if (path !== "-") return !/\.json$/i.test(path) && findSources([path], host).sources.length > 0;
  const input = host.readStandardInput();
  return !("text" in input) || !/^\ufeff?\s*[{[]/.test(input.text);
}

function join(parts: readonly LoadedModel[]): LoadedModel {
  const [first, ...others] = parts;
  if (first !== undefined && others.length === 0) return first;
  return {
    model: {
      journeys: parts.flatMap(({ model }) => model.journeys),
      externTypes: new Map(parts.flatMap(({ model }) => [...model.externTypes])),
      scenarios: parts.flatMap(({ model }) => model.scenarios),
    },
    diagnostics: parts.flatMap(({ diagnostics }) => diagnostics),
    isUnreadable: parts.some(({ isUnreadable }) => isUnreadable),
  };
}
