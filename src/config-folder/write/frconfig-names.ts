import type { Journey } from "../../model/model.js";
import { templatePrefix } from "../../model/resource-content.js";
import { textMember } from "../../text/json-members.js";
import {
  folderOf,
  journeyFiles,
  nodeTitle,
  scriptObjectFile,
  scriptsFolder,
  scriptTextFile,
  templateFolder,
} from "../frconfig-layout.js";
import { toolFileName, toolFileNames } from "../tool-file-name.js";
import { ExistingFolder, type ExistingJourney, type ExistingPart, fileNamedBy } from "./existing-folder.js";

/** A journey and the realm whose folder it goes to. */
export interface PlacedJourney {
  readonly journey: Journey;
  readonly realm: string;
}

/** The text file of a script, and the file of its object. */
export interface ScriptPaths {
  readonly object: string;
  readonly text: string;
  /** The text's file as the object names it. */
  readonly named: string;
}

/**
 * The file names of journeys that are written together: those that the folder has already, or else those that the tool would give.
 * They are chosen for all at once, so that no two of them meet on a disk that ignores case.
 */
export class FrConfigNames {
  readonly existing: ExistingFolder;
  readonly #journeys = new Map<string, ReadonlyMap<string, string>>();
  /** The names of scripts' texts by realm, context and id. */
  readonly #scripts = new Map<string, string>();
  readonly #templates: ReadonlyMap<string, string>;

  constructor(placed: readonly PlacedJourney[], files: ReadonlyMap<string, string> = new Map()) {
    this.existing = new ExistingFolder(files);
    for (const realm of new Set(placed.map((each) => each.realm))) {
      const journeys = placed.filter((each) => each.realm === realm).map(({ journey }) => journey);
      this.#journeys.set(realm, toolFileNames(journeys.map(({ id }) => id)));
      this.#nameScripts(realm, journeys);
    }
    const resources = placed.flatMap(({ journey }) => journey.resources);
    this.#templates = toolFileNames(resources.flatMap(({ kind, id }) => (kind === "emailTemplate" ? [id] : [])));
  }

  /** Titles are unique on the platform. Where two scripts have the same one, the id makes their names differ. */
  #nameScripts(realm: string, journeys: readonly Journey[]): void {
    const contexts = new Map<string, Map<string, string>>();
    const taken = new Set<string>();
    for (const { id, title, properties } of journeys.flatMap(({ scripts }) => scripts)) {
      const context = String(properties.get("context")?.value ?? "");
      const titles = contexts.get(context) ?? new Map<string, string>();
      contexts.set(context, titles);
      if (titles.has(id)) continue;
      const name = taken.has(`${context} ${title}`) ? nodeTitle(title, id) : title;
      titles.set(id, name);
      taken.add(`${context} ${name}`);
    }
    for (const [context, titles] of contexts) {
      const names = toolFileNames(titles.values());
      for (const [id, title] of titles) this.#scripts.set(`${realm} ${context} ${id}`, names.get(title) ?? "");
    }
  }

  /** The folder of a journey, and the file of its tree. */
  journey(realm: string, id: string): { readonly folder: string; readonly tree: string } {
    const wanted = journeyFiles(realm, this.#journeys.get(realm)?.get(id) ?? toolFileName(id));
    const found = this.journeyThere(realm, id, wanted.folder);
    return found === undefined ? wanted : { folder: found.folder, tree: found.tree.path };
  }

  /** The journey as the folder has it: of several, the one where the tool would put it. */
  journeyThere(realm: string, id: string, wanted?: string): ExistingJourney | undefined {
    const found = this.existing.foldersOf(realm, id);
    return found.find(({ folder }) => folder === wanted) ?? found[0];
  }

  /**
   * The files of nodes that lie in one folder, by id: that of the journey, or of a page. A node that has a file keeps it, unless its
   * label has changed.
   */
  nodes(journey: ExistingJourney | undefined, folder: string, labels: ReadonlyMap<string, string>) {
    const names = toolFileNames([...labels].map(([id, label]) => nodeTitle(label, id)));
    const before = journey && this.existing.labelsOf(journey);
    const files = new Map<string, string>();
    for (const [id, label] of labels) {
      const there = journey && this.existing.nodeFile(journey.folder, id);
      const isKept = there !== undefined && folderOf(there) === folder && before?.get(id) === label;
      files.set(id, isKept ? there : `${folder}${names.get(nodeTitle(label, id)) ?? ""}.json`);
    }
    return files;
  }

  script(realm: string, id: string, title: string, context: string | undefined): ScriptPaths {
    const folder = scriptsFolder(realm);
    const there = this.existing.script(realm, id);
    const file = there && textMember(there.value, "name") === title ? fileNamedBy(there.value.script) : undefined;
    const name = this.#scripts.get(`${realm} ${context ?? ""} ${id}`) ?? toolFileName(title);
    const named = file !== undefined && isPlainPath(file) ? file : scriptTextFile(context, name);
    return { object: there?.path ?? folder + scriptObjectFile(id), text: folder + named, named };
  }

  /** The file of a template, and what the names of its texts begin with. */
  template(name: string): { readonly there: ExistingPart | undefined; readonly file: string; readonly stem: string } {
    const stem = this.#templates.get(name) ?? toolFileName(name);
    const there = this.existing.template(templatePrefix + name);
    return { there, file: there?.path ?? `${templateFolder(stem)}${stem}.json`, stem };
  }
}

/** Whether a path stays below the folder that it is relative to. */
function isPlainPath(path: string): boolean {
  return !path.startsWith("/") && !path.split("/").includes("..");
}
