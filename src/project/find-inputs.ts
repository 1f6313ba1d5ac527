import { resolve, sep } from "node:path";
import { isJsonFile } from "../config-folder/json-file.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { FileText } from "../model/bind-options.js";
import { SourceFile } from "../text/source-file.js";
import type { FileSystem } from "./file-system.js";
import { filesBelow } from "./files-below.js";
import type { Input } from "./input.js";
import type { ProjectHost } from "./project-host.js";
import { pathShower, standardInputPath } from "./shown-path.js";
import { UnreadText } from "./unread-text.js";
import { unreadableFile } from "./unreadable-file.js";

/**
 * Which forms of journeys to look for: `any`; `project`, which takes only the texts of a folder; `all`, which takes its texts and its
 * exports; or `texts` or `exports`, which read every file as that.
 */
export type InputForms = "any" | "project" | "all" | "texts" | "exports";

/** The inputs that paths name. */
export interface FoundInputs {
  /** In the order of the paths; files of one folder are sorted by name. */
  readonly inputs: readonly Input[];
  /** Paths that cannot be read. */
  readonly unreadable: readonly Diagnostic[];
}

export interface FindOptions {
  /** Default: any form. */
  readonly forms?: InputForms;
  /** Whether a folder of texts stands for these alone: a build of the exports beside them could be one of old builds. */
  readonly textsAlone?: boolean;
  /** The folder that builds write to: what lies in it is no input of a folder around it, except for texts, which no build writes. */
  readonly outputs?: string | undefined;
  /** Whether what a text holds is known without reading it. */
  readonly isKnown?: (file: string) => boolean;
}

/**
 * Reads the files and folders that paths name, and standard input for `-`. Each file counts once. This is the one place that
 * decides what a path is. A folder with `.journey` files in it stands for these files and for the exports beside them, unless it is to be built. Any other
 * folder is one of exports or of configuration.
 */
export function findInputs(paths: readonly string[], host: ProjectHost, options: FindOptions = {}): FoundInputs {
  const finder = new InputFinder(host, options);
  for (const path of new Set(paths)) finder.add(path);
  return finder;
}

/** The files that the same paths name at the moment, without reading them. */
export function filesNamed(paths: readonly string[], host: ProjectHost, options: FindOptions = {}): readonly string[] {
  const { files, workingDirectory } = host;
  return paths.flatMap((path) => {
    if (path === "-") return [];
    const file = resolve(workingDirectory, path);
    if (files.kindOf(file) !== "folder") return [file];
    const texts = options.forms === "exports" ? [] : textsIn(file, files);
    if (texts.length > 0 && (options.forms ?? "any") === "any" && options.textsAlone !== true) {
      const beside = [...configurationIn(file, files, options.outputs)].filter((each) => each !== undefined);
      return [...texts, ...beside.filter(isJsonFile)];
    }
    if (texts.length > 0 || (options.forms !== undefined && !["any", "exports"].includes(options.forms))) return texts;
    return [...configurationIn(file, files, options.outputs)].filter((each) => each !== undefined);
  });
}

class InputFinder implements FoundInputs {
  readonly inputs: Input[] = [];
  readonly unreadable: Diagnostic[] = [];
  readonly #host: ProjectHost;
  readonly #forms: InputForms;
  readonly #textsAlone: boolean;
  readonly #outputs: string | undefined;
  readonly #isKnown: (file: string) => boolean;
  readonly #seen = new Set<string>();
  readonly #shown: (file: string) => string;

  constructor(host: ProjectHost, { forms = "any", textsAlone = false, outputs, isKnown }: FindOptions) {
    this.#host = host;
    this.#forms = forms;
    this.#textsAlone = textsAlone;
    this.#outputs = outputs;
    this.#isKnown = isKnown ?? (() => false);
    this.#shown = pathShower(host.workingDirectory);
  }

  add(path: string): void {
    const { files, workingDirectory } = this.#host;
    if (path === "-") {
      this.#addStandardInput(this.#host.readStandardInput());
      return;
    }
    const file = resolve(workingDirectory, path);
    const kind = files.kindOf(file);
    if (kind === "folder") this.#addFolder(file);
    else if (kind === "file") this.#addFile(file);
    else this.unreadable.push(unreadableFile(path, kind.problem));
  }

  /** A command in front that failed writes nothing, which must not pass for a text without mistakes. */
  #addStandardInput(result: FileText): void {
    const isEmpty = "text" in result && result.text.trim() === "";
    this.#addText(undefined, standardInputPath, isEmpty ? { problem: "it is empty" } : result);
  }

  #addFile(file: string): void {
    if (this.#seen.has(file)) return;
    this.#seen.add(file);
    const path = this.#shown(file);
    if (this.#isKnown(file)) this.inputs.push(new UnreadText(path, file, this.#host.files));
    else this.#addText(file, path, this.#host.files.readText(file));
  }

  #addText(file: string | undefined, path: string, result: FileText): void {
    if ("problem" in result) this.unreadable.push(unreadableFile(path, result.problem));
    else {
      const source = new SourceFile(path, result.text);
      this.inputs.push({ kind: this.#kindOf(path, result.text), path, source, file });
    }
  }

  /** The name decides; if it does not tell, the content does. */
  #kindOf(path: string, text: string): "text" | "export" {
    if (this.#forms === "texts") return "text";
    if (this.#forms === "exports") return "export";
    if (path.endsWith(".journey")) return "text";
    return /\.json$/i.test(path) || /^\ufeff?\s*[{[]/.test(text) ? "export" : "text";
  }

  #addFolder(folder: string): void {
    if (this.#forms !== "exports") {
      const texts = textsIn(folder, this.#host.files);
      for (const file of texts) this.#addFile(file);
      if (this.#forms === "any" && texts.length > 0) {
        if (!this.#textsAlone) this.#addBeside(folder);
        return;
      }
      if (this.#forms !== "all" && this.#forms !== "any") return;
    }
    if (this.#seen.has(folder)) return;
    this.#seen.add(folder);
    const files = this.#textsBelow(folder);
    if (files === undefined || (this.#forms === "all" && ![...files.keys()].some(isJsonFile))) return;
    this.inputs.push({ kind: "folder", folder, pathsFrom: this.#host.workingDirectory, files });
  }

  /** The exports in a folder of texts, if there seem to be any: most JSON beside texts is something else. */
  #addBeside(folder: string): void {
    if (this.#seen.has(folder)) return;
    this.#seen.add(folder);
    const found = this.#textsBelow(folder) ?? new Map<string, string>();
    const files = new Map([...found].filter(([path, text]) => !isJsonFile(path) || !hasComments(text)));
    if (![...files].some(([path, text]) => isJsonFile(path) && mayHoldJourney(text))) return;
    this.inputs.push({ kind: "folder", folder, pathsFrom: this.#host.workingDirectory, files, isBesideTexts: true });
  }

  /** `undefined` if all that is there has been read already, or lies in the folder that builds write to. */
  #textsBelow(folder: string): ReadonlyMap<string, string> | undefined {
    const texts = new Map<string, string>();
    let passedOver = false;
    for (const file of configurationIn(folder, this.#host.files, this.#outputs)) {
      if (file === undefined) {
        passedOver = true;
        continue;
      }
      if (this.#seen.has(file)) {
        passedOver = true;
        continue;
      }
      this.#seen.add(file);
      const path = this.#shown(file);
      const result = this.#host.files.readText(file);
      if ("text" in result) texts.set(path, result.text);
      else if (isJsonFile(path)) this.unreadable.push(unreadableFile(path, result.problem));
    }
    const hasJson = [...texts.keys()].some(isJsonFile);
    return passedOver && !hasJson ? undefined : texts;
  }
}

function textsIn(folder: string, files: FileSystem): readonly string[] {
  return [...filesBelow(folder, files, isJourneyFile)].sort();
}

/** `undefined` stands for what lies in the folder of the outputs. */
function* configurationIn(folder: string, files: FileSystem, outputs: string | undefined) {
  const isOutside = !outputs?.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  for (const file of filesBelow(folder, files, isConfigurationFile)) {
    yield isOutside || !file.startsWith(outputs + sep) ? file : undefined;
  }
}

/** Configuration of other tools has comments, an export never does. */
function hasComments(text: string): boolean {
  return /^[^"\n]*\/[/*]/m.test(text);
}

/** Every tree says where it begins. What is no JSON at all may have been an export. */
function mayHoldJourney(text: string): boolean {
  if (text.includes('"entryNodeId"')) return true;
  try {
    JSON.parse(text.replace(/^\ufeff/, ""));
    return false;
  } catch {
    return true;
  }
}

const isJourneyFile = (name: string) => name.endsWith(".journey");

/** What the objects in these folders name may have any extension. */
const holdsTexts = /[/\\](?:email-templates|scripts-content)[/\\][^/\\]+$/;

/** JSON, and the texts that may lie beside it: bodies of scripts, and texts and styles of e-mail templates. */
export const isConfigurationFile = (name: string, folder: string) =>
  isJsonFile(name) || /\.(?:js|mjs|groovy|html?|md|css|txt)$/i.test(name) || holdsTexts.test(folder);
