import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { Journey, Model } from "../model/model.js";
import { checkProject } from "../project/check-project.js";
import { isPassedOver } from "../project/files-below.js";
import { openProject, type Project, type ProjectRequest } from "../project/open-project.js";
import type { ProjectHost } from "../project/project-host.js";
import { type ProjectModel, readModel } from "../project/read-model.js";
import { scriptSandbox } from "../simulate/scripts/script-sandbox.js";
import { GuardedFiles } from "./guarded-files.js";
import type { McpHost } from "./mcp-host.js";
import { SavableFiles } from "./savable-files.js";
import { type Fields, listField, objectOf, optional, textField, type ValuesOf } from "./shape.js";
import { SimulationSessions } from "./simulation-sessions.js";
import { ToolError } from "./tool-error.js";

/** How tools are given journeys: as texts by value, as files, or both. */
export const journeysInput = {
  texts: optional(
    listField(
      objectOf({
        path: textField("where the text would lie, relative to the first root: Login.journey, scripts/rate-risk.js"),
        text: textField("the whole text"),
      }),
      "texts by value: .journey texts, exports, and the scripts and resources that they name; each stands in the place of a file of that path",
    ),
  ),
  paths: optional(
    listField(
      textField("a .journey file, an export, or a folder of these"),
      "files and folders below the roots; default: the given texts, or else the whole project",
    ),
  ),
} as const satisfies Fields;

export type JourneysInput = ValuesOf<typeof journeysInput>;

/** All texts of a call together; longer ones are refused. */
const mostCharacters = 5_000_000;

/** An opened project with all its findings. */
export interface Opened {
  readonly project: Project;
  readonly read: ProjectModel;
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: GuardedFiles;
}

/** What tools work with: the files below the roots, and the simulations that are going on. */
export class Workbench {
  readonly host: McpHost;
  readonly sessions = new SimulationSessions();
  readonly savable: SavableFiles;
  /** Loaded at the first script. */
  readonly scripts = scriptSandbox();

  constructor(host: McpHost) {
    this.host = host;
    this.savable = new SavableFiles(host.roots);
  }

  get workingDirectory(): string {
    return this.host.roots[0];
  }

  /** Opens what a call is about, and checks it. */
  async open(input: JourneysInput, request: Partial<ProjectRequest> = {}): Promise<Opened> {
    const texts = this.#textsOf(input);
    const files = this.#filesWith(texts);
    const project = await openProject(this.projectHost(files), { ...request, paths: this.#pathsOf(input, texts) });
    const read = readModel(project);
    return { project, read, model: read.model, diagnostics: checkProject(project, read), files };
  }

  /** The files below the roots, without the texts of a call. */
  get files(): GuardedFiles {
    return new GuardedFiles(this.host.files, this.host.roots);
  }

  /** The files below the roots, with texts over them. */
  over(texts: JourneysInput["texts"]): GuardedFiles {
    return this.#filesWith(this.#textsOf({ texts }));
  }

  /** The absolute path of one that a call names. */
  absolute(path: string): string {
    return resolve(this.workingDirectory, path);
  }

  /** The path as calls name it. */
  shown(path: string): string {
    const way = relative(this.workingDirectory, path);
    return (way === "" || way.startsWith("..") || isAbsolute(way) ? path : way).split(sep).join("/");
  }

  /** A page that comes with the package; empty where it was removed. */
  page(path: string): string {
    const read = this.host.files.readText(join(this.host.packageFolder, path));
    return "text" in read ? read.text : "";
  }

  /** Writes files by the paths of a call, and returns these; an error where nothing may be written. */
  write(files: ReadonlyMap<string, string>): readonly string[] {
    const { write } = this.host;
    if (write === undefined) {
      throw new ToolError(
        "Nothing may be written: the server was started without --write. Take the texts from the answer.",
      );
    }
    const guard = this.files;
    const byPath = new Map([...files].map(([path, content]) => [this.absolute(path), content]));
    for (const path of byPath.keys()) {
      if (!guard.allowsWriting(path)) throw new ToolError(`${this.shown(path)} lies outside of the roots`);
      if (this.#isHidden(path)) {
        throw new ToolError(`${this.shown(path)} lies in a hidden folder or in node_modules: nothing is written there`);
      }
    }
    write(byPath);
    return [...byPath.keys()].map((path) => this.shown(path));
  }

  /** The machine as a project sees it. */
  projectHost(files: GuardedFiles = this.files): ProjectHost {
    const { importModule } = this.host;
    return {
      workingDirectory: this.workingDirectory,
      files,
      readStandardInput: () => ({ problem: "standard input is the server's own" }),
      importModule: importModule ?? (() => Promise.reject(new ToolError("Configuration code is not run"))),
      ...(importModule === undefined && { refuseConfigurationCode: () => {} }),
    };
  }

  #filesWith(texts: ReadonlyMap<string, string>): GuardedFiles {
    return new GuardedFiles(this.host.files, this.host.roots, texts);
  }

  /** Whether a file is one of other tools by its place below a root. */
  #isHidden(path: string): boolean {
    const ways = this.host.roots.map((root) => relative(root, path)).filter((way) => !way.startsWith(".."));
    return (ways.length === 0 ? [path] : ways).every((way) =>
      way
        .split(sep)
        .some((step, index, steps) => isPassedOver(step.toLowerCase(), sep + steps.slice(0, index).join(sep))),
    );
  }

  #textsOf({ texts = [] }: JourneysInput): ReadonlyMap<string, string> {
    const characters = texts.reduce((sum, each) => sum + each.text.length, 0);
    if (characters > mostCharacters) {
      throw new ToolError(`The texts have ${characters} characters; at most ${mostCharacters} are taken in one call`);
    }
    const byPath = new Map<string, string>();
    const guard = this.files;
    for (const { path, text: content } of texts) {
      const file = this.absolute(path);
      if (!guard.allowsWriting(file)) throw new ToolError(`${path} lies outside of the roots`);
      byPath.set(file, content);
    }
    return byPath;
  }

  /** Without paths, the journeys among the texts are meant; scripts and resources are read where they are named. */
  #pathsOf({ paths, texts = [] }: JourneysInput, byPath: ReadonlyMap<string, string>): readonly string[] {
    if (paths !== undefined && paths.length > 0) {
      if (paths.includes("-")) throw new ToolError("Standard input is the server's own: give texts by value");
      return paths;
    }
    const journeys = [...byPath.keys()].filter((path) => path.endsWith(".journey"));
    const exports = [...byPath.keys()].filter((path) => path.endsWith(".json"));
    const named = journeys.length > 0 ? journeys : exports;
    if (texts.length > 0 && named.length === 0) {
      throw new ToolError(
        "None of the texts is a journey: give one a path that ends in .journey, or an export one in .json",
      );
    }
    return named;
  }
}

/** The journey that a call names, or the only one there is. */
export function journeyNamed(model: Model, wanted: string | undefined): Journey {
  const { journeys } = model;
  const [first, ...others] = journeys;
  if (wanted === undefined) {
    if (first !== undefined && others.length === 0) return first;
    throw new ToolError(
      first === undefined ? "There is no journey here" : `There are ${journeys.length} journeys: name one with journey`,
    );
  }
  const found = journeys.find(({ id }) => id === wanted) ?? journeys.find(({ name }) => name === wanted);
  if (found !== undefined) return found;
  const near = nearestName(
    wanted,
    journeys.flatMap(({ id, name }) => [id, name]),
  );
  throw new ToolError(`There is no journey ${wanted}${near === undefined ? "" : `: did you mean ${near}?`}`);
}
