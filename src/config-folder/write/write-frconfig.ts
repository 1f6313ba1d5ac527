import { decodeScript } from "../../export-json/script-text.js";
import { referencesOf, roleOf, sectionOf, sections } from "../../export-json/sections.js";
import { journeyExport } from "../../export-json/write/write-export.js";
import { type Journey, type ResourceKind, resourceKinds } from "../../model/model.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { listMember, textMember } from "../../text/json-members.js";
import { isSameJson } from "../../text/merge-patch.js";
import { stableJson } from "../../text/stable-json.js";
import { folderOf, nodesFolderOf } from "../frconfig-layout.js";
import { referenceLabel } from "./existing-folder.js";
import type { FrConfigNames, PlacedJourney } from "./frconfig-names.js";
import { keepForm } from "./keep-form.js";
import { writeEmailTemplate } from "./write-email-template.js";

/** The files that fr-config-manager would have for a journey. */
export interface FrConfigFiles {
  /** Texts by path, relative to the folder that contains `realms`. */
  readonly files: ReadonlyMap<string, string>;
  /** Existing JSON files of the journey that nothing stands for any more: a deployment would bring their nodes back. */
  readonly stale: readonly string[];
  /** Parts of the journey that cannot be written, because the layout has no place for them. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * A body that belongs to no node, a resource other than an e-mail template, a script without a readable text, or a
 * member of the export that is no section.
 */
export interface LeftOut {
  readonly kind: "node" | "script" | "member" | ResourceKind;
  readonly id: string;
}

/**
 * Writes a journey in the layout of fr-config-manager: the tree, a file for each node, a folder of inner nodes for each
 * page, and scripts and e-mail templates with their texts in files of their own. What the folder has already keeps its names, its
 * revisions and its form.
 */
export function writeFrConfig({ journey, realm }: PlacedJourney, names: FrConfigNames): FrConfigFiles {
  return new FolderWriter(journey, realm, names).run();
}

class FolderWriter {
  readonly #journey: Journey;
  readonly #realm: string;
  readonly #names: FrConfigNames;
  readonly #value: JsonObject;
  readonly #files = new Map<string, string>();

  constructor(journey: Journey, realm: string, names: FrConfigNames) {
    this.#journey = journey;
    this.#realm = realm;
    this.#names = names;
    this.#value = journeyExport(journey);
  }

  run(): FrConfigFiles {
    const { id } = this.#journey;
    const { folder, tree } = this.#names.journey(this.#realm, id);
    this.#json(tree, sectionOf(this.#value, "tree"));
    const leftOut: LeftOut[] = [
      ...this.#writeNodes(nodesFolderOf(folder)).map((nodeId) => ({ kind: "node", id: nodeId }) as const),
      ...this.#writeResources(),
      ...this.#writeScripts().map((scriptId) => ({ kind: "script", id: scriptId }) as const),
      ...Object.keys(this.#value).flatMap((name) =>
        roleOf(name) === undefined ? [{ kind: "member", id: name } as const] : [],
      ),
    ];
    return { files: this.#files, stale: this.#stale(folder), leftOut };
  }

  /** The journey's own folder, and any other that a tool has made for it under another name. */
  #stale(folder: string): readonly string[] {
    const { existing } = this.#names;
    const others = existing.foldersOf(this.#realm, this.#journey.id).map((each) => each.folder);
    const folders = [...new Set([folder, ...others])].sort();
    return folders.flatMap((each) => existing.filesOf(each).filter((path) => !this.#files.has(path)));
  }

  #json(path: string, value: Json): void {
    const there = this.#names.existing.text(path);
    this.#files.set(path, (there === undefined ? undefined : keepForm(there, value)) ?? stableJson(value));
  }

  #writeNodes(folder: string): readonly string[] {
    const bodies = sectionOf(this.#value, "body");
    const innerBodies = sectionOf(this.#value, "innerBody");
    const references = referencesOf(this.#value);
    const there = this.#names.journeyThere(this.#realm, this.#journey.id, folderOf(folder.slice(0, -1)));
    const leftOut = new Set([...Object.keys(bodies), ...Object.keys(innerBodies)]);
    const labels = new Map(Object.keys(references).map((id) => [id, referenceLabel(references[id])]));
    for (const [id, path] of this.#names.nodes(there, folder, labels)) {
      const body = getOwn(bodies, id);
      if (body === undefined) continue;
      leftOut.delete(id);
      this.#json(path, body);
      const children = childLabels(body);
      const childFolder = `${path.replace(/\.json$/i, "")}/`;
      for (const [childId, childPath] of this.#names.nodes(there, childFolder, children)) {
        const childBody = getOwn(innerBodies, childId);
        if (childBody === undefined) continue;
        leftOut.delete(childId);
        this.#json(childPath, childBody);
      }
    }
    return [...leftOut].sort();
  }

  /** Writes the e-mail templates and returns all resources that have no place. */
  #writeResources(): readonly LeftOut[] {
    const write = {
      text: (path: string, text: string) => this.#files.set(path, text),
      json: (path: string, value: Json) => this.#json(path, value),
    };
    return resourceKinds.flatMap((kind) => {
      const section = sectionOf(this.#value, kind);
      const ids = sections[kind].isList ? idsInList(kind, this.#journey, this.#value) : Object.keys(section);
      return ids.flatMap((id): readonly LeftOut[] => {
        const content = kind === "emailTemplate" ? (section[id] ?? null) : null;
        return writeEmailTemplate(id, content, this.#names, write) ? [] : [{ kind, id }];
      });
    });
  }

  /** Writes the object and the text of each script. Returns the ids of the scripts whose text cannot be decoded. */
  #writeScripts(): readonly string[] {
    const objects = sectionOf(this.#value, "script");
    return Object.keys(objects).flatMap((id) => {
      const object = getOwn(objects, id);
      const body = isJsonObject(object) ? decodeScript((object as JsonObject).script ?? null)?.body : undefined;
      if (body === undefined || !isJsonObject(object)) return [id];
      const script = object as JsonObject;
      const title = textMember(script, "name") ?? id;
      const files = this.#names.script(this.#realm, id, title, textMember(script, "context"));
      this.#files.set(files.text, body);
      this.#json(files.object, { ...script, script: { file: files.named } });
      return [];
    });
  }
}

function childLabels(body: Json): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const child of isJsonObject(body) ? listMember(body, "nodes") : []) {
    const id = isJsonObject(child) ? textMember(child, "_id") : undefined;
    if (id !== undefined) labels.set(id, referenceLabel(child));
  }
  return labels;
}

/**
 * The ids that the journey has for the entries of a list. An entry that it does not know goes by its own id or by its
 * position.
 */
function idsInList(kind: ResourceKind, journey: Journey, value: JsonObject): readonly string[] {
  const known = journey.resources.filter((resource) => resource.kind === kind);
  return listMember(value, sections[kind].name).map((entry, index) => {
    const resource = known.find(({ content }) => isSameJson(content, entry));
    return resource?.id ?? (isJsonObject(entry) ? textMember(entry, "_id") : undefined) ?? String(index);
  });
}
