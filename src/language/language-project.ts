import { CheckMemory } from "../check/check-memory.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { BoundFile } from "../model/bind.js";
import type { Journey } from "../model/model.js";
import { checkProjectByFile } from "../project/check-project.js";
import { filesBelow } from "../project/files-below.js";
import { loadSettings, type ProjectSettings } from "../project/load-settings.js";
import { openProject, type Project, pathsOf } from "../project/open-project.js";
import type { ProjectHost } from "../project/project-host.js";
import { type ProjectModel, readModel } from "../project/read-model.js";
import { recordReads } from "../project/record-reads.js";
import { absolutePath, folderOfPath, shownPath } from "../project/shown-path.js";
import { TextMemory } from "../project/text-memory.js";
import { UsageError } from "../project/usage-error.js";
import type { ParseResult } from "../syntax/parse.js";

/** A text of a project, parsed and bound. */
export interface LanguageText {
  /** Its absolute path. */
  readonly path: string;
  readonly parsed: ParseResult;
  readonly bound: BoundFile;
  /** Those of its journeys whose names are not taken. */
  readonly journeys: readonly Journey[];
  readonly project: ReadProject;
}

/** A project that has been read as its files are now. */
export interface ReadProject {
  /** The folder that shown paths are relative to. */
  readonly folder: string;
  readonly project: Project;
  readonly model: ProjectModel;
  /** By absolute path. */
  readonly texts: ReadonlyMap<string, LanguageText>;
  /** The files in and below the folder of a text, whose names end like this, as the text would name them. */
  filesBeside(path: string, ending: RegExp): readonly string[];
}

/** Whether the configuration says that a journey exists elsewhere. */
export function isExternal(id: string, { project }: ReadProject): boolean {
  return project.bind.externalJourneys.has(id);
}

/** What is wrong in one file: the same object as long as nothing about it is new. */
export interface FileFindings {
  /** The folder that the paths of its sources are relative to. */
  readonly folder: string;
  /** By place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The same of many files, by absolute path. */
export type Findings = ReadonlyMap<string, FileFindings>;

/** Why there is nothing to read, for a user. */
export interface ProjectProblem {
  readonly message: string;
}

interface Memory {
  readonly settings: ProjectSettings;
  readonly texts: TextMemory;
  readonly checks: CheckMemory;
}

/**
 * A project for an editor: read and checked whenever somebody asks after a change, and of that only what the change concerns. What it finds is what
 * `journeyc check` finds.
 */
export class LanguageProject {
  readonly folder: string;
  readonly #host: ProjectHost;
  readonly #file: string | undefined;
  #settings: Promise<ProjectSettings> | undefined;
  /** The files that the settings come from; `undefined` while they are loaded. */
  #settingFiles: ReadonlySet<string> | undefined;
  #memory: Memory | undefined;
  #read: Promise<ReadProject | ProjectProblem> | undefined;
  #findings: Promise<Findings> | undefined;
  /** What was found the last time. */
  #found: Findings = new Map();

  /** With a `file`, the project is read for the sake of this file, which it does not name itself. */
  constructor(folder: string, host: ProjectHost, file?: string) {
    this.folder = folder;
    this.#host = host;
    this.#file = file;
  }

  /** To be called when a file has changed; without a path, when anything may have. */
  touch(path: string | undefined): void {
    this.#read = undefined;
    this.#findings = undefined;
    const isSetting =
      path === undefined ||
      this.#settingFiles === undefined ||
      this.#settingFiles.has(path) ||
      /[/\\]journey\.config\.[a-z]+$/.test(path);
    if (isSetting) this.#settings = undefined;
  }

  read(): Promise<ReadProject | ProjectProblem> {
    this.#read ??= this.#readNow();
    return this.#read;
  }

  /** What is wrong. */
  findings(): Promise<Findings> {
    this.#findings ??= this.#find();
    return this.#findings;
  }

  async #readNow(): Promise<ReadProject | ProjectProblem> {
    try {
      this.#settings ??= this.#load();
      const settings = await this.#settings;
      const memory = this.#memoryFor(settings);
      const paths = this.#paths(settings);
      const project = await openProject(this.#host, { paths, settings, mayBeEmpty: true });
      const model = readModel(project, { withoutNames: true, memory: memory.texts });
      return withTexts(this.folder, project, model, memory.texts, this.#host.files);
    } catch (error) {
      if (error instanceof UsageError) return { message: error.message };
      throw error;
    }
  }

  #paths({ configuration }: ProjectSettings): readonly string[] {
    if (this.#file === undefined) return [];
    const isExport = !this.#file.endsWith(".journey");
    const isOfProject = configuration.file !== undefined && !isExport;
    return [...(isOfProject ? pathsOf([], configuration) : []), shownPath(this.#file, this.folder)];
  }

  async #load(): Promise<ProjectSettings> {
    this.#settingFiles = undefined;
    const files = new Set<string>();
    const settings = await loadSettings({ ...this.#host, files: recordReads(this.#host.files, files) }, {});
    this.#settingFiles = files;
    return settings;
  }

  /** What is kept holds for one set of settings. */
  #memoryFor(settings: ProjectSettings): Memory {
    if (this.#memory?.settings !== settings) {
      this.#memory = { settings, texts: new TextMemory(), checks: new CheckMemory() };
    }
    return this.#memory;
  }

  async #find(): Promise<Findings> {
    const read = await this.read();
    if ("message" in read) return new Map();
    const { folder } = this;
    const found = checkProjectByFile(read.project, read.model, { memory: this.#memory?.checks });
    const findings = new Map<string, FileFindings>();
    for (const [shown, diagnostics] of found) {
      const path = absolutePath(shown, folder);
      const before = this.#found.get(path);
      findings.set(path, before?.diagnostics === diagnostics ? before : { folder, diagnostics });
    }
    this.#found = findings;
    return findings;
  }
}

function withTexts(
  folder: string,
  project: Project,
  model: ProjectModel,
  memory: TextMemory,
  files: ProjectHost["files"],
): ReadProject {
  const texts = new Map<string, LanguageText>();
  const filesBeside = (path: string, ending: RegExp) => {
    const around = folderOfPath(path);
    const found = [...filesBelow(around, files, (name) => ending.test(name))];
    return found.map((file) => shownPath(file, around)).sort();
  };
  const read: ReadProject = { folder, project, model, texts, filesBeside };
  const journeys = new Map<string, Journey[]>();
  for (const journey of model.model.journeys) {
    const { path } = journey.place.source;
    const known = journeys.get(path);
    if (known) known.push(journey);
    else journeys.set(path, [journey]);
  }
  const paths = new Set<string>();
  for (const input of project.inputs) {
    if (input.kind !== "text" || input.file === undefined) continue;
    paths.add(input.path);
    const kept = memory.keptOf(input.path);
    if (kept === undefined) continue;
    texts.set(input.file, { path: input.file, ...kept, journeys: journeys.get(input.path) ?? [], project: read });
  }
  memory.keepOnly(paths);
  return read;
}
