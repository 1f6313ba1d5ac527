import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FileText } from "../model/bind-options.js";
import { SourceFile } from "../text/source-file.js";
import { filesBelow } from "./files-below.js";
import type { Input } from "./input.js";
import type { ProjectHost } from "./project-host.js";
import { pathShower, standardInputPath } from "./shown-path.js";
import { unreadableFile } from "./unreadable-file.js";

/**
 * What may be among the inputs: `any` form of a journey; the same, but of folders their texts alone (`project`); or only `texts`
 * or `exports`, as which everything is then read.
 */
export type InputForms = "any" | "project" | "texts" | "exports";

export interface FoundInputs {
  /** In the order of the paths, those of a folder by name. */
  readonly inputs: readonly Input[];
  /** Paths that cannot be read. */
  readonly unreadable: readonly Diagnostic[];
}

/**
 * Reads what paths name: files, folders, and `-` for standard input; each file counts once. A folder with `.journey` files below
 * it stands for these: what else lies beside journeys in a project are builds and resources. Every other folder is one of exports
 * or of configuration. What a path is, is decided here and nowhere else.
 */
export function findInputs(paths: readonly string[], host: ProjectHost, forms: InputForms = "any"): FoundInputs {
  const finder = new InputFinder(host, forms);
  for (const path of new Set(paths)) finder.add(path);
  return finder;
}

class InputFinder implements FoundInputs {
  readonly inputs: Input[] = [];
  readonly unreadable: Diagnostic[] = [];
  readonly #host: ProjectHost;
  readonly #forms: InputForms;
  readonly #seen = new Set<string>();
  readonly #shown: (file: string) => string;

  constructor(host: ProjectHost, forms: InputForms) {
    this.#host = host;
    this.#forms = forms;
    this.#shown = pathShower(host.workingDirectory);
  }

  add(path: string): void {
    const { files, workingDirectory } = this.#host;
    if (path === "-") {
      this.#addText(undefined, standardInputPath, this.#host.readStandardInput());
      return;
    }
    const file = resolve(workingDirectory, path);
    const kind = files.kindOf(file);
    if (kind === "folder") this.#addFolder(file);
    else if (kind === "file") this.#addFile(file);
    else this.unreadable.push(unreadableFile(path, kind.problem));
  }

  #addFile(file: string): void {
    if (this.#seen.has(file)) return;
    this.#seen.add(file);
    this.#addText(file, this.#shown(file), this.#host.files.readText(file));
  }

  #addText(file: string | undefined, path: string, result: FileText): void {
    if ("problem" in result) this.unreadable.push(unreadableFile(path, result.problem));
    else this.inputs.push({ kind: this.#kindOf(path, result.text), source: new SourceFile(path, result.text), file });
  }

  /** By the name, and by the content where the name does not say. */
  #kindOf(path: string, text: string): "text" | "export" {
    if (this.#forms === "texts") return "text";
    if (this.#forms === "exports") return "export";
    if (path.endsWith(".journey")) return "text";
    return /\.json$/i.test(path) || /^\ufeff?\s*[{[]/.test(text) ? "export" : "text";
  }

  #addFolder(folder: string): void {
    if (this.#forms !== "exports") {
      const texts = [...filesBelow(folder, this.#host.files, isJourneyFile)].sort();
      for (const file of texts) this.#addFile(file);
      if (texts.length > 0 || this.#forms !== "any") return;
    }
    if (this.#seen.has(folder)) return;
    this.#seen.add(folder);
    this.inputs.push({ kind: "folder", folder, files: this.#textsBelow(folder) });
  }

  #textsBelow(folder: string): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    for (const file of filesBelow(folder, this.#host.files, isConfigurationFile)) {
      const path = this.#shown(file);
      const result = this.#host.files.readText(file);
      if ("text" in result) texts.set(path, result.text);
      else if (isJson(path)) this.unreadable.push(unreadableFile(path, result.problem));
    }
    return texts;
  }
}

const isJourneyFile = (name: string) => name.endsWith(".journey");

const isJson = (path: string) => /\.json$/i.test(path);

/** JSON, and the bodies of scripts. */
const isConfigurationFile = (name: string) => /\.(?:json|js|mjs|groovy)$/i.test(name);
