import { type ProjectValues, valuesIn } from "../configuration/configuration.js";
import type { Severity } from "../diagnostics/codes.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { type BindOptions, defaultBindOptions, defaultExportOptions } from "../model/bind-options.js";
import { realmName } from "../model/realm.js";
import { realmParameter } from "../syntax/reserved-names.js";
import type { Json } from "../text/json.js";
import { type LoadedConfiguration, loadConfiguration } from "./load-configuration.js";
import { loadNodeTypes } from "./load-node-types.js";
import { type ProjectHost, timed } from "./project-host.js";
import type { ProjectOptions } from "./project-options.js";
import { UsageError } from "./usage-error.js";

/** The settings for all journeys of a project: its configuration, overridden by the options of the command. */
export interface ProjectSettings {
  readonly configuration: LoadedConfiguration;
  /** The options for binding, except `readText`, which depends on where the journeys are. */
  readonly bind: Omit<BindOptions, "readText">;
  readonly severities: ReadonlyMap<string, Severity | "off">;
  /** The names of the parameters that the command line sets. */
  readonly chosenParams: readonly string[];
  /** The realm that the command line names. */
  readonly chosenRealm: string | undefined;
  /** The realm that the command line or the configuration names: `undefined` where journeys are for the default by chance. */
  readonly targetRealm: string | undefined;
  /** Problems of the configuration and of the files that it names. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads the configuration and the node types that it names, and applies the options. */
export function loadSettings(host: ProjectHost, given: ProjectOptions): Promise<ProjectSettings> {
  return timed(host, "configuration", () => loadAll(host, given));
}

async function loadAll(host: ProjectHost, given: ProjectOptions): Promise<ProjectSettings> {
  const params = paramsFrom(given.param ?? []);
  const loaded = await loadConfiguration(host, given.config);
  const { configuration } = loaded;
  const values = valuesIn(configuration, environmentNamed(given.env, loaded));
  const nodeTypes = loadNodeTypes(loaded, host);
  const chosenRealm = given.realm && (realmName(given.realm) ?? given.realm);
  return {
    configuration: loaded,
    bind: {
      realm: chosenRealm ?? values.realm ?? defaultBindOptions.realm,
      params: new Map([...values.params, ...params]),
      paramPlaces: new Map(
        configuration.paramPlaces.flatMap(({ name, place }) =>
          values.params.has(name) && !params.some(([chosen]) => chosen === name) ? [[name, place] as const] : [],
        ),
      ),
      defaultLocale: configuration.defaultLocale ?? defaultBindOptions.defaultLocale,
      exportOptions: { ...defaultExportOptions, ...configuration.exportOptions },
      externTypes: nodeTypes.types,
      externalJourneys: configuration.externalJourneys,
    },
    severities: configuration.severities,
    chosenParams: params.map(([name]) => name),
    chosenRealm,
    targetRealm: chosenRealm ?? values.realm,
    diagnostics: [...loaded.diagnostics, ...nodeTypes.diagnostics],
  };
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
    const [name, value] = [text.slice(0, equals), text.slice(equals + 1)];
    if (name === realmParameter) throw new UsageError("The realm is not a parameter", `Use --realm ${value}`);
    return [name, value];
  });
}
