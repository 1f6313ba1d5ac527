import { dirname, join, resolve } from "node:path";
import { type Configuration, emptyConfiguration } from "../configuration/configuration.js";
import {
  type ConfigurationResult,
  readConfigurationText,
  readConfigurationValue,
} from "../configuration/read-configuration.js";
import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import type { Json } from "../text/json.js";
import { SourceFile } from "../text/source-file.js";
import type { FileSystem } from "./file-system.js";
import type { ProjectHost } from "./project-host.js";
import { shownPath } from "./shown-path.js";
import { unreadableFile } from "./unreadable-file.js";
import { UsageError } from "./usage-error.js";

/** The configuration of a project, and where it was found. */
export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** Paths in the configuration are relative to this folder. */
  readonly folder: string;
  readonly file: string | undefined;
  /** The settings of a configuration that is code, as JSON: its file does not tell whether they have changed. */
  readonly computed?: string;
  readonly diagnostics: readonly Diagnostic[];
}

const fileNames = ["journey.config.json", "journey.config.js", "journey.config.mjs"] as const;

/** Loads the given configuration file, or the nearest one from the working directory upwards. */
export async function loadConfiguration(host: ProjectHost, given: string | undefined): Promise<LoadedConfiguration> {
  const file = given === undefined ? findUpwards(host) : resolve(host.workingDirectory, given);
  if (file === undefined) return noConfiguration(host.workingDirectory);
  if (isCode(file) && host.refuseConfigurationCode !== undefined) {
    if (given !== undefined) {
      throw new UsageError(`--config ${given} is code, which must not be run here`, "Give a configuration in JSON");
    }
    host.refuseConfigurationCode(file);
    return noConfiguration(dirname(file));
  }
  const shown = shownPath(file, host.workingDirectory);
  const result = isCode(file) ? await readModule(file, shown, host) : readJson(file, shown, host.files);
  return { ...result, folder: dirname(file), file };
}

function isCode(file: string): boolean {
  return !file.endsWith(".json");
}

function noConfiguration(folder: string): LoadedConfiguration {
  return { configuration: emptyConfiguration, folder, file: undefined, diagnostics: [] };
}

/** The nearest folder from a file's own upwards that has a configuration, in whatever form. */
export function configuredFolder(file: string, files: FileSystem): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (configurationIn(folder, files) !== undefined) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The configuration of a folder itself, in whatever form. */
export function configurationIn(folder: string, files: FileSystem): string | undefined {
  return fileNames.map((name) => join(folder, name)).find((path) => isThere(path, files));
}

function findUpwards({ workingDirectory, files, refuseConfigurationCode }: ProjectHost): string | undefined {
  for (let folder = workingDirectory; ; folder = dirname(folder)) {
    const found = fileNames.map((name) => join(folder, name)).filter((path) => isThere(path, files));
    // Code that somebody has put beside a configuration in JSON must not keep that from being read.
    if (refuseConfigurationCode !== undefined && found[0]?.endsWith(".json") === true) {
      for (const code of found.slice(1)) refuseConfigurationCode(code);
      return found[0];
    }
    if (refuseConfigurationCode === undefined && found.length > 1) {
      throw new UsageError(
        `There are several configuration files in ${folder}`,
        "Keep one of them, or choose it with --config",
      );
    }
    if (found[0] !== undefined) return found[0];
    if (dirname(folder) === folder) return undefined;
  }
}

function isThere(path: string, files: FileSystem): boolean {
  return typeof files.kindOf(path) === "string";
}

function readJson(file: string, shown: string, files: FileSystem): ConfigurationResult {
  const result = files.readText(file);
  if ("text" in result) return readConfigurationText(new SourceFile(shown, result.text));
  return { configuration: emptyConfiguration, diagnostics: [unreadableFile(shown, result.problem)] };
}

/** Runs a configuration module; it is the user's own code. Places inside it are not known. */
async function readModule(
  file: string,
  shown: string,
  host: ProjectHost,
): Promise<ConfigurationResult & Pick<LoadedConfiguration, "computed">> {
  const place: Place = { source: new SourceFile(shown, ""), range: { start: 0, end: 0 } };
  if (!isThere(file, host.files)) {
    return { configuration: emptyConfiguration, diagnostics: [unreadableFile(shown, "no such file or folder")] };
  }
  try {
    const loaded = (await host.importModule(file)) as { readonly default?: unknown };
    // Converting to JSON and back drops what is not data, and gives plain prototypes.
    const text = JSON.stringify(loaded.default ?? null) as string | undefined;
    if (text === undefined) return failed(place, "its default export is a function, not an object of settings");
    const value = JSON.parse(text) as Json;
    const result = readConfigurationValue(value, (pointer) => (pointer === "" ? place : { ...place, pointer }));
    return { ...result, computed: text };
  } catch (error) {
    const problem = error instanceof Error ? error.message.split("\n", 1).join("") : String(error);
    return failed(place, problem);
  }
}

function failed(place: Place, problem: string): ConfigurationResult {
  const diagnostics = [createDiagnostic("invalid-configuration", place, { problem })];
  return { configuration: emptyConfiguration, diagnostics };
}
