import { templatePrefix } from "../../model/resource-content.js";
import { isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { jsonIn } from "../../text/json-form.js";
import { listMember, objectMember, textMember } from "../../text/json-members.js";
import { folderOf, nodesFolderOf, nodesFolderOfNode, scriptsFolder } from "../frconfig-layout.js";
import { realmOfPath } from "../realm-of-path.js";

/** An object of a folder that exists, in a file of its own. */
export interface ExistingPart {
  readonly path: string;
  readonly value: JsonObject;
}

/** A journey of a folder that exists. */
export interface ExistingJourney {
  readonly id: string;
  readonly realm: string;
  /** The folder that holds all its files, with a slash at the end. */
  readonly folder: string;
  readonly tree: ExistingPart;
}

/**
 * What a folder of fr-config-manager holds already, by content and not by name: files keep the names that they have, whoever gave
 * them.
 */
export class ExistingFolder {
  readonly files: ReadonlyMap<string, string>;
  readonly journeys: readonly ExistingJourney[];
  readonly #filesByJourney = new Map<string, string[]>();
  readonly #journeysById = new Map<string, ExistingJourney[]>();
  readonly #labels = new Map<ExistingJourney, ReadonlyMap<string, string>>();
  readonly #nodes = new Map<string, Map<string, ExistingPart>>();
  readonly #scripts = new Map<string, ExistingPart>();
  readonly #templates = new Map<string, ExistingPart>();

  constructor(files: ReadonlyMap<string, string>) {
    this.files = files;
    const journeys: ExistingJourney[] = [];
    for (const [path, text] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
      if (!/\.json$/i.test(path)) continue;
      const value = jsonIn(text);
      const id = isJsonObject(value) ? textMember(value as JsonObject, "_id") : undefined;
      // Without an id it is no part of a journey, so that it is somebody's own file.
      if (id === undefined) continue;
      const folder = /^(?:.*\/)?journeys\/[^/]+\//.exec(path)?.[0];
      if (folder !== undefined) addTo(this.#filesByJourney, folder, path);
      const journey = this.#note({ path, value: value as JsonObject }, id);
      if (journey === undefined) continue;
      journeys.push(journey);
      addTo(this.#journeysById, `${journey.realm} ${id}`, journey);
    }
    this.journeys = journeys;
  }

  /** Files the object, and answers the journey where it is a tree. */
  #note(part: ExistingPart, id: string): ExistingJourney | undefined {
    const { path } = part;
    const realm = realmOfPath(path);
    const nodes = nodesFolderOfNode(path);
    if (nodes !== undefined) {
      const known = this.#nodes.get(nodes) ?? new Map<string, ExistingPart>();
      this.#nodes.set(nodes, known.set(id, part));
    } else if (id.startsWith(templatePrefix)) {
      // An imported template may lie beside, as a resource of a text.
      if (/(?:^|\/)email-templates\//.test(path)) this.#templates.set(id, part);
    } else if (realm === undefined) return undefined;
    else if (path.startsWith(scriptsFolder(realm))) this.#scripts.set(`${realm} ${id}`, part);
    else if (/(?:^|\/)journeys\/[^/]+\/[^/]+$/.test(path)) return { id, realm, folder: folderOf(path), tree: part };
    return undefined;
  }

  /** The text of a file that exists. */
  text(path: string): string | undefined {
    return this.files.get(path);
  }

  /** The files with objects of the tenant in the folder of a journey, by name. */
  filesOf(folder: string): readonly string[] {
    return this.#filesByJourney.get(folder) ?? [];
  }

  /** The folders that hold a journey: more than one where tools have named them differently. */
  foldersOf(realm: string, journeyId: string): readonly ExistingJourney[] {
    return this.#journeysById.get(`${realm} ${journeyId}`) ?? [];
  }

  /** The file of a node of the journey whose folder is given. */
  nodeFile(journeyFolder: string, id: string): string | undefined {
    return this.#nodes.get(nodesFolderOf(journeyFolder))?.get(id)?.path;
  }

  /** The labels of the nodes of a journey, as its tree and its pages give them. */
  labelsOf(journey: ExistingJourney): ReadonlyMap<string, string> {
    const labels = this.#labels.get(journey) ?? this.#readLabels(journey);
    this.#labels.set(journey, labels);
    return labels;
  }

  #readLabels({ folder, tree }: ExistingJourney): ReadonlyMap<string, string> {
    const references = objectMember(tree.value, "nodes");
    const labels = new Map<string, string>();
    for (const id of Object.keys(references)) labels.set(id, referenceLabel(references[id]));
    for (const { value } of this.#nodes.get(nodesFolderOf(folder))?.values() ?? []) {
      for (const child of listMember(value, "nodes")) {
        const id = isJsonObject(child) ? textMember(child, "_id") : undefined;
        if (id !== undefined) labels.set(id, referenceLabel(child));
      }
    }
    return labels;
  }

  script(realm: string, id: string): ExistingPart | undefined {
    return this.#scripts.get(`${realm} ${id}`);
  }

  template(id: string): ExistingPart | undefined {
    return this.#templates.get(id);
  }
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The label in a reference to a node. */
export function referenceLabel(reference: Json | undefined): string {
  return (isJsonObject(reference) && textMember(reference as JsonObject, "displayName")) || "";
}

/** The path that a member of an object names in place of its text, as in `{ "file": "x.js" }`. */
export function fileNamedBy(member: Json | undefined): string | undefined {
  return isJsonObject(member) ? textMember(member as JsonObject, "file") : undefined;
}
