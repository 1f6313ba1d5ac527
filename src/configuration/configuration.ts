import type { SetAside } from "../check/set-aside.js";
import type { BuildTarget } from "../compile/targets.js";
import type { Severity } from "../diagnostics/codes.js";
import type { Place } from "../diagnostics/diagnostic.js";
import type { ExportOptions } from "../model/model.js";
import type { WorldOptions } from "../runtime/world/world-options.js";
import type { Json } from "../text/json.js";

/** The settings of a project. Paths are as written: relative to the configuration's folder. */
export interface Configuration {
  readonly include: readonly string[] | undefined;
  readonly outDir: string | undefined;
  /** The file of the findings that `check` does not report again. */
  readonly baseline: string | undefined;
  readonly targets: readonly BuildTarget[] | undefined;
  readonly values: ProjectValues;
  readonly environments: ReadonlyMap<string, ProjectValues>;
  readonly defaultLocale: string | undefined;
  readonly severities: ReadonlyMap<string, Severity | "off">;
  /** Where the severity `off` stands, by code. */
  readonly silenced: ReadonlyMap<string, Place>;
  /** Where values of parameters stand, of all environments. */
  readonly paramPlaces: readonly ParamPlace[];
  /** Findings in exports that are known and borne. */
  readonly setAside: readonly SetAside[];
  readonly nodeTypes: readonly string[];
  readonly externalJourneys: ReadonlySet<string>;
  /** The world of simulated journeys. */
  readonly simulate: WorldOptions;
  readonly exportOptions: Partial<ExportOptions>;
}

/** The place of a parameter's value. */
export interface ParamPlace {
  readonly name: string;
  readonly place: Place;
}

/** What an environment may set. */
export interface ProjectValues {
  readonly realm: string | undefined;
  readonly params: ReadonlyMap<string, Json>;
}

/** What holds without a configuration file. */
export const emptyConfiguration: Configuration = {
  include: undefined,
  outDir: undefined,
  baseline: undefined,
  targets: undefined,
  values: { realm: undefined, params: new Map() },
  environments: new Map(),
  defaultLocale: undefined,
  severities: new Map(),
  silenced: new Map(),
  paramPlaces: [],
  setAside: [],
  nodeTypes: [],
  externalJourneys: new Set(),
  simulate: {},
  exportOptions: {},
};

/** The general values with those of an environment on top. */
export function valuesIn(configuration: Configuration, environment: ProjectValues | undefined): ProjectValues {
  if (!environment) return configuration.values;
  return {
    realm: environment.realm ?? configuration.values.realm,
    params: new Map([...configuration.values.params, ...environment.params]),
  };
}
