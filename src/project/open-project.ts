import { dirname, isAbsolute, resolve } from "node:path";
import type { Place } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../text/source-file.js";
import { fileReader } from "./file-reader.js";
import { foldersBelow } from "./files-below.js";
import { type FoundInputs, filesNamed, findInputs } from "./find-inputs.js";
import { type JourneySource, JourneyStream, type StreamOptions } from "./journey-stream.js";
import type { KnownText } from "./known-text.js";
import type { LoadedConfiguration } from "./load-configuration.js";
import { loadSettings, type ProjectSettings } from "./load-settings.js";
import type { ProjectHost } from "./project-host.js";
import type { ProjectOptions } from "./project-options.js";
import { recordReads } from "./record-reads.js";
import { unreadConfigurations } from "./unread-configuration.js";
import { UsageError } from "./usage-error.js";

/** The paths to open, and the options for them. */
export interface ProjectRequest extends ProjectOptions {
  /** Files, folders, and `-` for standard input. Without paths, the configuration's `include` or the working directory is opened. */
  readonly paths: readonly string[];
  /** The forms of journeys to expect; default: any. With `all`, what holds no journey is passed over, and there may be none at all. */
  readonly forms?: "any" | "all" | "exports";
  /** Whether there may be no journey at all: a revision may be older than the first one. */
  readonly mayBeEmpty?: boolean;
  /** The folder to build to, as the command line gives it; given for builds only. */
  readonly buildsTo?: { readonly folder: string | undefined };
  /** Tells what an earlier build knows of texts by absolute path, when the settings have been loaded: these are then not read. */
  readonly known?: (settings: ProjectSettings) => KnownTexts | undefined;
  /** Settings that are loaded already; `diff --git` reads several versions with the same ones. */
  readonly settings?: ProjectSettings;
}

type KnownTexts = (file: string) => KnownText | undefined;

/**
 * An opened project: its settings, and its inputs as texts. `read` parses and binds them one by one; `readModel` makes one model of
 * all of them.
 */
export interface Project extends JourneySource, Pick<ProjectSettings, "chosenParams" | "chosenRealm" | "targetRealm"> {
  readonly configuration: LoadedConfiguration;
  /** The places where the configuration turns codes off. Given only if the whole project is opened: only then an unused setting can be recognised. */
  readonly silenced: ReadonlyMap<string, Place> | undefined;
  /** Whether the whole project is opened: no paths were named, or the folder of its configuration. */
  readonly isWhole: boolean;
  /** The absolute paths of all files read so far. Reading journeys adds the scripts and resources that they name. */
  readonly filesRead: ReadonlySet<string>;
  /** The scripts and resources that each text names, by the path that messages show. */
  readonly filesNamedBy: ReadonlyMap<string, ReadonlySet<string>>;
  /** The absolute path of the folder that builds write to. What lies there is not read as a part of a folder around it. */
  readonly outputFolder: string;
  /** What to watch; it is asked again after each change, since files and folders come and go. */
  readonly watched: WatchedFiles;
  /** Starts a stream of the journeys, input by input. */
  read(options?: StreamOptions): JourneyStream;
}

/** The files that a project depends on. */
export interface WatchedFiles {
  /** The files that were read, and those that would be read now: a change of any of them may change the result. */
  files(): ReadonlySet<string>;
  /** The folders in which such files are, or may come. */
  folders(): ReadonlySet<string>;
}

/** Opens whatever a command takes: texts, exports, folders of either, standard input, in any mixture. */
export async function openProject(host: ProjectHost, request: ProjectRequest): Promise<Project> {
  const filesRead = new Set<string>();
  const recorded = { ...host, files: recordReads(host.files, filesRead) };
  const settings = request.settings ?? (await loadSettings(recorded, request));
  const { configuration } = settings;
  if (configuration.file !== undefined) filesRead.add(configuration.file);
  const known = settings.diagnostics.length > 0 ? undefined : request.known?.(settings);
  const { inputs, unreadable } = inputsOf(request, settings, recorded, known);
  const filesNamedBy = new Map<string, Set<string>>();
  const bind = { ...settings.bind, readText: fileReader(inputs, recorded, noteIn(filesRead, filesNamedBy)) };
  const isWhole = request.paths.length === 0 || isNamedWhole(request.paths, configuration, host);
  const project: Project = {
    configuration,
    bind,
    severities: settings.severities,
    chosenParams: settings.chosenParams,
    chosenRealm: settings.chosenRealm,
    targetRealm: settings.targetRealm,
    isWhole,
    silenced: isWhole ? configuration.configuration.silenced : undefined,
    // What a configuration that cannot be used leaves unset would be told as mistakes of the journeys.
    inputs: settings.diagnostics.length > 0 ? [] : inputs,
    diagnostics: [...settings.diagnostics, ...unreadConfigurations(request, configuration, host), ...unreadable],
    time: host.time,
    filesRead,
    filesNamedBy,
    outputFolder: outputFolderOf(request, configuration, host) ?? resolve(configuration.folder, "dist"),
    watched: watchedFiles(request, inputs, configuration, host, filesRead),
    read: (options) =>
      new JourneyStream(project, {
        ...realmOf(settings),
        searches: request.forms === "all",
        ...(known === undefined ? {} : { known: notingKnown(known, filesRead) }),
        ...options,
      }),
  };
  return project;
}

/** Whether the folder of the configuration is named itself, and everything that it includes lies there. */
function isNamedWhole(
  paths: readonly string[],
  { file, folder, configuration }: LoadedConfiguration,
  host: ProjectHost,
) {
  if (file === undefined || !paths.some((path) => resolve(host.workingDirectory, path) === folder)) return false;
  return configuration.include?.every((each) => !each.startsWith("..") && !isAbsolute(each)) ?? true;
}

/** Notes that a text has asked for a file. */
function noteIn(filesRead: Set<string>, filesNamedBy: Map<string, Set<string>>) {
  return (file: string, from: SourceFile): void => {
    filesRead.add(file);
    const files = filesNamedBy.get(from.path);
    if (files === undefined) filesNamedBy.set(from.path, new Set([file]));
    else files.add(file);
  };
}

/** A watcher has to notice changes of what is passed over too. */
function notingKnown(known: KnownTexts, filesRead: Set<string>): KnownTexts {
  return (file) => {
    const text = known(file);
    if (text !== undefined) for (const each of [file, ...text.files]) filesRead.add(each);
    return text;
  };
}

function inputsOf(
  request: ProjectRequest,
  { configuration, diagnostics }: ProjectSettings,
  host: ProjectHost,
  known: KnownTexts | undefined,
): FoundInputs {
  const { paths, forms = "any", mayBeEmpty = forms === "all" } = request;
  const outputs = outputFolderOf(request, configuration, host);
  // What nobody has named may be anything: below the working directory, only texts are looked for.
  const isNamed = paths.length > 0 || configuration.configuration.include !== undefined;
  const found = findInputs(pathsOf(paths, configuration), host, {
    forms: isNamed ? forms : "project",
    textsAlone: request.buildsTo !== undefined,
    outputs,
    ...(known === undefined ? {} : { isKnown: (file) => known(file) !== undefined }),
  });
  // A configuration that cannot be used names no inputs, and is reported itself.
  const isExplained = found.unreadable.length > 0 || diagnostics.length > 0;
  if (found.inputs.length === 0 && !isExplained && !mayBeEmpty) {
    throw new UsageError("There are no .journey files here", "Give files or folders, or start with journeyc init");
  }
  return found;
}

/** Commands that do not build know the folder only if the configuration names it: a folder `dist` may hold anything. */
function outputFolderOf(
  { buildsTo }: ProjectRequest,
  { configuration: { outDir }, folder }: LoadedConfiguration,
  { workingDirectory }: ProjectHost,
): string | undefined {
  if (buildsTo?.folder !== undefined) return resolve(workingDirectory, buildsTo.folder);
  if (outDir !== undefined) return resolve(folder, outDir);
  return buildsTo === undefined ? undefined : resolve(folder, "dist");
}

function watchedFiles(
  request: ProjectRequest,
  inputs: FoundInputs["inputs"],
  configuration: LoadedConfiguration,
  host: ProjectHost,
  filesRead: ReadonlySet<string>,
): WatchedFiles {
  const paths = pathsOf(request.paths, configuration);
  // A project of texts stays one: where its last text is gone, builds and logs beside it are no inputs.
  const forms = inputs.every(({ kind }) => kind === "text") ? "texts" : (request.forms ?? "any");
  const outputs = outputFolderOf(request, configuration, host);
  return {
    files: () =>
      new Set([
        ...filesRead,
        ...filesNamed(paths, host, { forms, textsAlone: request.buildsTo !== undefined, outputs }),
      ]),
    folders() {
      const folders = new Set<string>();
      for (const file of filesRead) folders.add(dirname(file));
      for (const path of paths) {
        if (path === "-") continue;
        const file = resolve(host.workingDirectory, path);
        // A folder that is not there may come back.
        if (host.files.kindOf(file) === "file") folders.add(dirname(file));
        else for (const folder of foldersBelow(file, host.files)) folders.add(folder);
      }
      return folders;
    },
  };
}

/** The paths given, or those of the configuration. */
export function pathsOf(paths: readonly string[], { configuration, folder }: LoadedConfiguration): readonly string[] {
  if (paths.length > 0) return paths;
  return (configuration.include ?? ["."]).map((path) => resolve(folder, path));
}

/** If exports hold the same journey for several realms, the realm of the command line is read, or else the first. */
function realmOf({ chosenRealm }: ProjectSettings): StreamOptions {
  return chosenRealm === undefined ? {} : { realm: chosenRealm };
}
