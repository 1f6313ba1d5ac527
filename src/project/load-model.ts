import type { CheckInput } from "../check/check-model.js";
import { settle } from "../check/settle.js";
import { bindFiles } from "../compile/compile.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ReadOptions } from "../export-json/read/read-result.js";
import type { Model } from "../model/model.js";
import type { ParseResult } from "../syntax/parse.js";
import { namesTexts } from "./find-sources.js";
import { type LoadedConfiguration, loadConfiguration } from "./load-configuration.js";
import { loadProject } from "./load-project.js";
import type { ProjectHost } from "./project-host.js";
import type { ProjectOptions } from "./project-options.js";
import { readExportFiles } from "./read-exports.js";

export interface LoadedModel {
  readonly model: Model;
  readonly configuration: LoadedConfiguration;
  readonly diagnostics: readonly Diagnostic[];
  /** Something could not be read at all. */
  readonly isUnreadable: boolean;
}

/** Journeys as they were read, before anything is set aside. */
export interface BoundModel extends LoadedModel {
  readonly parsed: readonly ParseResult[];
  /** What the configuration says of checking. */
  readonly options: Pick<CheckInput, "severities" | "externalJourneys" | "silenced">;
}

/** Reads journeys in any form: `.journey` files and folders of them through the project, everything else as exports. */
export async function loadModel(
  host: ProjectHost,
  paths: readonly string[],
  given: ProjectOptions,
): Promise<LoadedModel> {
  const bound = await loadBound(host, paths, given);
  const { parsed, options } = bound;
  const diagnostics = settle(bound.diagnostics, { parsed, severities: options.severities, allRulesRan: false });
  return { ...bound, diagnostics };
}

/** The same, with all that checking needs to know. `withoutNames` is about nodes of exports. */
export async function loadBound(
  host: ProjectHost,
  paths: readonly string[],
  given: ProjectOptions,
  { withoutNames = false }: Pick<ReadOptions, "withoutNames"> = {},
): Promise<BoundModel> {
  const input = host.readStandardInput;
  const read = paths.includes("-") ? input() : undefined;
  // Standard input can be read once only, but is looked at twice.
  const sameHost = read === undefined ? host : { ...host, readStandardInput: () => read };
  const texts = paths.filter((path) => isText(path, sameHost));
  const exports = paths.filter((path) => !texts.includes(path));
  const parts: BoundModel[] = [];
  if (texts.length > 0 || exports.length === 0) {
    const project = await loadProject(sameHost, texts, given);
    const bound = bindFiles(project.sources, project.options);
    parts.push({
      ...bound,
      configuration: project.configuration,
      diagnostics: [...project.unreadable, ...bound.diagnostics],
      isUnreadable: project.unreadable.length > 0,
      // Without paths it is the whole project that is read.
      options:
        paths.length > 0
          ? project.options
          : { ...project.options, silenced: project.configuration.configuration.silenced },
    });
  }
  if (exports.length > 0) {
    const reading: ReadOptions = { withoutNames, ...(given.realm ? { realm: given.realm } : {}) };
    const { read: result, unreadable } = readExportFiles(exports, sameHost, reading);
    const isUnreadable = unreadable.length > 0 || result.model.journeys.length === 0;
    const configuration = parts[0]?.configuration ?? (await loadConfiguration(host, given.config));
    const { severities, externalJourneys } = configuration.configuration;
    parts.push({
      model: result.model,
      configuration,
      diagnostics: [...(texts.length > 0 ? [] : configuration.diagnostics), ...unreadable, ...result.diagnostics],
      isUnreadable: isUnreadable || configuration.diagnostics.length > 0,
      parsed: [],
      options: { severities, externalJourneys },
    });
  }
  return join(parts);
}

function isText(path: string, host: ProjectHost): boolean {
  if (path.endsWith(".journey")) return true;
  if (path !== "-") return namesTexts(path, host);
  const input = host.readStandardInput();
  return !("text" in input) || !/^\ufeff?\s*[{[]/.test(input.text);
}

function join(parts: readonly BoundModel[]): BoundModel {
  // Paths name texts or exports, and no paths mean texts: there is a part.
  const [first, ...others] = parts as readonly [BoundModel, ...BoundModel[]];
  if (others.length === 0) return first;
  return {
    model: {
      journeys: parts.flatMap(({ model }) => model.journeys),
      externTypes: new Map(parts.flatMap(({ model }) => [...model.externTypes])),
      scenarios: parts.flatMap(({ model }) => model.scenarios),
      scenarioContexts: new Map(parts.flatMap(({ model }) => [...(model.scenarioContexts ?? [])])),
    },
    diagnostics: parts.flatMap(({ diagnostics }) => diagnostics),
    isUnreadable: parts.some(({ isUnreadable }) => isUnreadable),
    parsed: parts.flatMap(({ parsed }) => parsed),
    // All parts have the one configuration.
    configuration: first.configuration,
    options: first.options,
  };
}
