import { dirname, resolve } from "node:path";
import type { Place } from "../diagnostics/diagnostic.js";
import { type FoundInputs, findInputs } from "./find-inputs.js";
import { type JourneySource, JourneyStream, type StreamOptions } from "./journey-stream.js";
import type { LoadedConfiguration } from "./load-configuration.js";
import { loadSettings, type ProjectSettings } from "./load-settings.js";
import type { ProjectHost } from "./project-host.js";
import type { ProjectOptions } from "./project-options.js";
import { fileReader } from "./read-beside.js";
import { recordReads } from "./recorded-files.js";
import { UsageError } from "./usage-error.js";

/** What is to be opened. */
export interface ProjectRequest extends ProjectOptions {
  /** Files, folders, and `-` for standard input; none: what the configuration includes, or the working directory. */
  readonly paths: readonly string[];
  /** What may be among them; default: any form. */
  readonly forms?: "any" | "exports";
  /** Settings that have been loaded already, for several versions of one project. */
  readonly settings?: ProjectSettings;
}

/**
 * A project that has been opened: what holds for its journeys, and its inputs, read but not yet understood. `read` understands
 * them one by one; `readModel` makes one model of all.
 */
export interface Project extends JourneySource {
  readonly configuration: LoadedConfiguration;
  /** Where the configuration sets codes aside; given when the project is opened as a whole, as only then it shows what for. */
  readonly silenced: ReadonlyMap<string, Place> | undefined;
  /** The files read so far, by absolute path; reading journeys adds the scripts and resources that they name. */
  readonly filesRead: ReadonlySet<string>;
  /** The folders in which a change may concern the project. */
  folders(): ReadonlySet<string>;
  /** The journeys, input by input. */
  read(options?: StreamOptions): JourneyStream;
}

/** Opens whatever a command takes: texts, exports, folders of either, standard input, in any mixture. */
export async function openProject(host: ProjectHost, request: ProjectRequest): Promise<Project> {
  const filesRead = new Set<string>();
  const recorded = { ...host, files: recordReads(host.files, filesRead) };
  const settings = request.settings ?? (await loadSettings(recorded, request));
  const { configuration } = settings;
  if (configuration.file !== undefined) filesRead.add(configuration.file);
  const { inputs, unreadable } = inputsOf(request, configuration, recorded);
  const bind = { ...settings.bind, readText: fileReader(inputs, recorded, filesRead) };
  const isWhole = request.paths.length === 0;
  const project: Project = {
    configuration,
    bind,
    severities: settings.severities,
    silenced: isWhole ? configuration.configuration.silenced : undefined,
    inputs,
    diagnostics: [...settings.diagnostics, ...unreadable],
    filesRead,
    folders() {
      const folders = new Set(
        pathsOf(request.paths, configuration).map((path) => resolve(host.workingDirectory, path)),
      );
      for (const file of filesRead) folders.add(dirname(file));
      return folders;
    },
    read: (options) => new JourneyStream(project, { ...realmOf(settings), ...options }),
  };
  return project;
}

function inputsOf(
  { paths, forms }: ProjectRequest,
  configuration: LoadedConfiguration,
  host: ProjectHost,
): FoundInputs {
  if (paths.length > 0) return findInputs(paths, host, forms);
  const found = findInputs(pathsOf(paths, configuration), host, "project");
  if (found.inputs.length === 0 && found.unreadable.length === 0) {
    throw new UsageError("There are no .journey files here", "Give files or folders, or start with journeyc init");
  }
  return found;
}

/** The paths given, or those of the configuration. */
export function pathsOf(paths: readonly string[], { configuration, folder }: LoadedConfiguration): readonly string[] {
  if (paths.length > 0) return paths;
  return (configuration.include ?? ["."]).map((path) => resolve(folder, path));
}

/** Of exports with journeys of several realms, those of the realm that the command names are read, else the first. */
function realmOf({ chosenRealm }: ProjectSettings): StreamOptions {
  return chosenRealm === undefined ? {} : { realm: chosenRealm };
}
