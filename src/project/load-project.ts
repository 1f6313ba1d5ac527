import { realpathSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import type { AnalyseOptions } from "../compile/compile.js";
import { type ProjectValues, valuesIn } from "../configuration/configuration.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { defaultBindOptions, defaultExportOptions } from "../model/bind-options.js";
import type { Json } from "../text/json.js";
import type { SourceFile } from "../text/source-file.js";
import { type FoundSource, findSources } from "./find-sources.js";
import { type LoadedConfiguration, loadConfiguration } from "./load-configuration.js";
import { loadNodeTypes } from "./load-node-types.js";
import type { ProjectHost } from "./project-host.js";
import type { ProjectOptions } from "./project-options.js";
import { describeFileProblem, readTextFile } from "./read-text.js";
import { UsageError } from "./usage-error.js";

/** Everything that a command needs to compile: the texts, and what holds for them. */
export interface Project {
  readonly configuration: LoadedConfiguration;
  readonly sources: readonly SourceFile[];
  /** What kept files from being read: the command ends with "unreadable input". */
  readonly unreadable: readonly Diagnostic[];
  readonly options: AnalyseOptions;
  /** Files read so far on behalf of journeys, by absolute path. */
  readonly filesRead: ReadonlySet<string>;
}

/** Loads the configuration and the journeys that the arguments name. */
export async function loadProject(
  host: ProjectHost,
  paths: readonly string[],
  given: ProjectOptions,
): Promise<Project> {
  const params = paramsFrom(given.param ?? []);
  const configuration = await loadConfiguration(host, given.config);
  const settings = configuration.configuration;
  const values = valuesIn(settings, environmentNamed(given.env, configuration));
  const { sources, unreadable } = findSources(pathsOf(paths, configuration), host);
  if (sources.length === 0 && unreadable.length === 0) {
    throw new UsageError("There are no .journey files here", "Give files or folders, or start with journeyc init");
  }
  const nodeTypes = loadNodeTypes(configuration, host);
  const filesRead = new Set<string>(nodeTypes.files);
  return {
    configuration,
    sources: sources.map(({ source }) => source),
    unreadable: [...configuration.diagnostics, ...nodeTypes.diagnostics, ...unreadable],
    filesRead,
    options: {
      realm: given.realm ?? values.realm ?? defaultBindOptions.realm,
      params: new Map([...values.params, ...params]),
      defaultLocale: settings.defaultLocale ?? defaultBindOptions.defaultLocale,
      exportOptions: { ...defaultExportOptions, ...settings.exportOptions },
      externTypes: nodeTypes.types,
      externalJourneys: settings.externalJourneys,
      severities: settings.severities,
      readText: fileReader(sources, host, filesRead),
    },
  };
}

/** The paths given, or those of the configuration. */
export function pathsOf(paths: readonly string[], { configuration, folder }: LoadedConfiguration): readonly string[] {
  if (paths.length > 0) return paths;
  return (configuration.include ?? ["."]).map((path) => resolve(folder, path));
}

function environmentNamed(
  name: string | undefined,
  { configuration, diagnostics }: LoadedConfiguration,
): ProjectValues | undefined {
  if (name === undefined || diagnostics.length > 0) return undefined;
  const environment = configuration.environments.get(name);
  if (environment) return environment;
  const known = [...configuration.environments.keys()];
  const nearest = nearestName(name, known);
  throw new UsageError(
    `The configuration has no environment ${name}`,
    nearest === undefined ? `It has ${known.join(", ") || "none"}` : `Did you mean ${nearest}?`,
  );
}

function paramsFrom(given: readonly string[]): readonly (readonly [string, Json])[] {
  return given.map((text) => {
    const equals = text.indexOf("=");
    if (equals < 1) throw new UsageError(`--param ${text} must be NAME=VALUE`);
    return [text.slice(0, equals), text.slice(equals + 1)];
  });
}

/** Reads what journeys refer to: only below the journey's own folder, also where links lead elsewhere. */
function fileReader(
  sources: readonly FoundSource[],
  host: ProjectHost,
  filesRead: Set<string>,
): (path: string, from: SourceFile) => { readonly text: string } | { readonly problem: string } {
  let folders: Map<SourceFile, string> | undefined;
  return (path, from) => {
    folders ??= new Map(
      sources.map(({ source, file }) => [source, file === undefined ? host.workingDirectory : dirname(file)]),
    );
    const folder = folders.get(from) ?? host.workingDirectory;
    const target = resolve(folder, path);
    filesRead.add(target);
    try {
      const real = realpathSync(target);
      if (!real.startsWith(realpathSync(folder) + sep)) return { problem: "it lies outside of the journey's folder" };
      return readTextFile(real);
    } catch (error) {
      return { problem: describeFileProblem(error) };
    }
  };
}
