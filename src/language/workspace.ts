import { configuredFolder } from "../project/load-configuration.js";
import type { ProjectHost } from "../project/project-host.js";
import { folderOfPath, shownPath } from "../project/shown-path.js";
import { DocumentFiles } from "./document-files.js";
import type { LanguageHost } from "./language-host.js";
import {
  type FileFindings,
  type Findings,
  LanguageProject,
  type LanguageText,
  type ProjectProblem,
  type ReadProject,
} from "./language-project.js";

/**
 * The folders and documents of an editor. A document belongs to the nearest folder above it that has a configuration, else to the workspace folder
 * that it lies in; outside of all of them it stands alone.
 */
export class Workspace {
  readonly files: DocumentFiles;
  readonly #host: LanguageHost;
  #folders: readonly string[] = [];
  readonly #projects = new Map<string, LanguageProject>();
  /** Documents that their project does not name, each with what is read for it. */
  readonly #alone = new Map<string, LanguageProject>();
  #revision = 0;

  constructor(host: LanguageHost) {
    this.#host = host;
    this.files = new DocumentFiles(host.files);
  }

  /** Grows with every change: an answer that was begun at another revision is out of date. */
  get revision(): number {
    return this.#revision;
  }

  /** The absolute paths of the workspace folders. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.#projects.clear();
    this.#alone.clear();
    this.#touch(undefined);
  }

  open(path: string, text: string): void {
    this.files.open(path, text);
    this.#touch(path);
  }

  close(path: string): void {
    this.files.close(path);
    this.#alone.delete(path);
    this.#touch(path);
  }

  /** Files or folders outside of the editor have come, gone or changed. */
  filesChanged(paths: readonly string[]): void {
    for (const path of paths) {
      this.files.forget(path);
      this.#touch(path);
    }
  }

  /** Anything may have changed. */
  everythingChanged(): void {
    this.files.forgetAll();
    this.#touch(undefined);
  }

  /** A text, as it is now; `undefined` for what is no `.journey` text. */
  async textAt(path: string): Promise<LanguageText | undefined> {
    const read = await (await this.#projectOf(path)).read();
    return "message" in read ? undefined : read.texts.get(path);
  }

  /** The project of a document, read as it is now. */
  async readFor(path: string): Promise<ReadProject | ProjectProblem> {
    return (await this.#projectOf(path)).read();
  }

  /** What commands that are run in the folder of a file's project find. */
  hostFor(path: string): ProjectHost {
    return this.hostAt(this.#rootOf(path) ?? folderOfPath(path));
  }

  /** All projects that have been asked for, and those of the workspace folders. */
  async projects(): Promise<readonly ReadProject[]> {
    const read = await Promise.all([...(await this.#all())].map((project) => project.read()));
    return read.flatMap((each) => ("message" in each ? [] : [each]));
  }

  /** Reasons why projects cannot be read. */
  async problems(): Promise<readonly string[]> {
    const read = await Promise.all([...(await this.#all())].map((project) => project.read()));
    return read.flatMap((each) => ("message" in each ? [each.message] : []));
  }

  /** What is wrong now. A file that several projects read is judged by the one that it belongs to. */
  async findings(): Promise<Findings> {
    const projects = await this.#all();
    const [only, another] = projects;
    if (only !== undefined && another === undefined) return only.findings();
    const found = new Map<string, FileFindings>();
    for (const project of projects) {
      for (const [path, findings] of await project.findings()) {
        const owner = await this.#projectOf(path);
        if (owner === project || !found.has(path)) found.set(path, findings);
      }
    }
    return found;
  }

  #touch(path: string | undefined): void {
    this.#revision++;
    for (const project of [...this.#projects.values(), ...this.#alone.values()]) project.touch(path);
  }

  async #all(): Promise<ReadonlySet<LanguageProject>> {
    const projects = new Set<LanguageProject>();
    for (const folder of this.#folders) projects.add(this.#projectAt(this.#rootOf(`${folder}/-`) ?? folder));
    for (const path of this.files.openPaths) if (isInput(path, this.files)) projects.add(await this.#projectOf(path));
    return projects;
  }

  async #projectOf(path: string): Promise<LanguageProject> {
    const root = this.#rootOf(path);
    if (root !== undefined) {
      const project = this.#projectAt(root);
      if (!this.files.isOpen(path) || !isInput(path, this.files)) return project;
      const read = await project.read();
      if ("message" in read || holds(read, path)) return project;
    }
    let alone = this.#alone.get(path);
    if (alone === undefined) {
      const folder = root ?? folderOfPath(path);
      alone = new LanguageProject(folder, this.hostAt(folder), path);
      this.#alone.set(path, alone);
    }
    return alone;
  }

  #projectAt(folder: string): LanguageProject {
    let project = this.#projects.get(folder);
    if (project === undefined) {
      project = new LanguageProject(folder, this.hostAt(folder));
      this.#projects.set(folder, project);
    }
    return project;
  }

  #rootOf(path: string): string | undefined {
    const around = this.#folders.filter(
      (folder) => path.startsWith(folder) && (/[/\\]$/.test(folder) || /^[/\\]/.test(path.slice(folder.length))),
    );
    const folder = around.sort((left, right) => right.length - left.length)[0];
    return configuredFolder(path, this.files) ?? folder;
  }

  hostAt(workingDirectory: string): ProjectHost {
    const { importModule } = this.#host;
    return {
      workingDirectory,
      files: this.files,
      readStandardInput: () => ({ problem: "standard input is the editor's" }),
      importModule: importModule ?? (() => Promise.reject(new Error("there are no modules here"))),
      ...(importModule === undefined ? { refuseConfigurationCode: () => undefined } : {}),
    };
  }
}

function holds({ project, texts, folder }: ReadProject, path: string): boolean {
  if (texts.has(path)) return true;
  return project.inputs.some((input) =>
    input.kind === "folder" ? input.files.has(shownPath(path, folder)) : input.file === path,
  );
}

/** Whether a document is one that journeys can be in. */
function isInput(path: string, files: DocumentFiles): boolean {
  if (path.endsWith(".journey")) return true;
  const text = files.readText(path);
  return /\.json$/i.test(path) && "text" in text && text.text.includes('"entryNodeId"');
}
