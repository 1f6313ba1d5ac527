import type { Diagnostic, Place } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { splitReferences, treeExport } from "../../export-json/read/bare-tree.js";
import { fileStem } from "../../export-json/read/file-stem.js";
import { idOfType, typeOfBody, withId, withOwnIds } from "../../export-json/read/ids-of-two-types.js";
import type { JourneyExport } from "../../export-json/read/journey-export.js";
import { sections } from "../../export-json/sections.js";
import { mostMisspeltInId } from "../../model/ids.js";
import { templatePrefix } from "../../model/resource-content.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { listMember, objectMember, textMember } from "../../text/json-members.js";
import type { JsonPlace } from "../../text/json-place.js";
import { nodesFolderOfTree } from "../frconfig-layout.js";
import type { FolderPart } from "./folder-file.js";
import type { MissingFile, MissingFiles } from "./missing-files.js";
import type { PartPool } from "./part-pool.js";
import { referencesIn } from "./references-in.js";
import { type FoundScripts, ScriptTaker } from "./take-scripts.js";

/** The parts found in a folder, sorted by kind, from which journeys are put together. */
export interface FolderParts extends FoundScripts {
  readonly bodies: PartPool;
  /** E-mail templates by id, with its prefix. */
  readonly templates: PartPool;
  /** Whether a tree lies in a part of a configuration, to be laid over another one that has what is missing here. */
  isInOverlay(tree: string): boolean;
}

/** A journey put together from files, and the paths of the node files that went into it. */
export interface AssembledJourney {
  readonly exported: JourneyExport;
  readonly usedPaths: ReadonlySet<string>;
  /** The nodes whose files are missing. */
  readonly missingIds: ReadonlySet<string>;
  /** What is missing of the nodes, and the other findings. */
  readonly missing: MissingFiles;
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts a journey together from its tree and the files of its nodes, its inner nodes and its scripts. */
export function assembleJourney(tree: FolderPart, parts: FolderParts): AssembledJourney {
  return new Assembly(tree, parts).run();
}

type PartRole = "body" | "innerBody" | "emailTemplate";

class Assembly {
  readonly #tree: FolderPart;
  readonly #found: FolderParts;
  readonly #id: string;
  /** Node files count only below this folder; "" stands for any folder. */
  readonly #within: string;
  readonly #places = new Map<string, JsonPlace>();
  readonly #usedPaths = new Set<string>();
  readonly #missingIds = new Set<string>();
  readonly #missing: MissingFile[] = [];
  readonly #parts: Record<PartRole, Record<string, Json>> = { body: {}, innerBody: {}, emailTemplate: {} };
  readonly #scripts: ScriptTaker;

  constructor(tree: FolderPart, parts: FolderParts) {
    this.#tree = tree;
    this.#found = parts;
    this.#id = textMember(tree.value, "_id") ?? fileStem(tree.path);
    this.#within = nodesFolderOfTree(tree.path) ?? "";
    this.#scripts = new ScriptTaker(parts, tree);
  }

  run(): AssembledJourney {
    const references = objectMember(this.#tree.value, "nodes");
    const embedded = splitReferences(references);
    const treeNodes: Record<string, Json> = {};
    let found = 0;
    for (const id of Object.keys(references)) {
      const isFound = this.#takeNode(id);
      const member = isFound ? undefined : embedded.members.get(id);
      if (member !== undefined)
        this.#take("body", id, embedded.bodies[id] ?? null, this.#referencePlace(id).child(member));
      else if (!isFound) this.#reportMissing(id, getOwn(references, id) ?? null);
      if (isFound || member !== undefined) found++;
      setOwn(treeNodes, id, member === undefined ? references[id] : embedded.references[id]);
    }
    const { exported, diagnostics } = withOwnIds(this.#export(treeNodes));
    return {
      exported,
      usedPaths: this.#usedPaths,
      missingIds: this.#missingIds,
      missing: {
        journey: this.#id,
        place: this.#tree.place.child("nodes"),
        single: this.#missing,
        isTreeAlone: found === 0,
        isInOverlay: this.#found.isInOverlay(this.#tree.path),
      },
      diagnostics,
    };
  }

  #export(treeNodes: JsonObject): JourneyExport {
    const tree: Record<string, Json> = {};
    for (const key of Object.keys(this.#tree.value)) setOwn(tree, key, this.#tree.value[key]);
    if (Object.hasOwn(tree, "nodes")) tree.nodes = treeNodes;
    return {
      id: this.#id,
      realm: this.#tree.realm,
      isSelfManaged: this.#tree.isSelfManaged === true,
      layout: "folder",
      value: treeExport(tree, treeNodes, { ...this.#parts, script: this.#scripts.taken }),
      places: {
        tree: this.#tree.place,
        reference: (id) => this.#referencePlace(id),
        entry: (section, id) => {
          const isScript = section === sections.script.name;
          const found = isScript ? this.#scripts.places.get(String(id)) : this.#places.get(`${section}/${id}`);
          return found ?? this.#tree.place;
        },
      },
    };
  }

  #referencePlace(id: string): JsonPlace {
    return this.#tree.place.child("nodes").child(id);
  }

  #takeNode(id: string): boolean {
    const part = this.#partOf(id, this.#tree, this.#typeInTree(id));
    if (!part) return false;
    this.#usedPaths.add(part.path);
    this.#take("body", id, part.value, part.place);
    for (const child of listMember(part.value, "nodes")) {
      const childId = isJsonObject(child) ? textMember(child, "_id") : undefined;
      if (childId !== undefined) this.#takeChild(childId, part, child);
    }
    return true;
  }

  #takeChild(id: string, page: FolderPart, reference: Json): void {
    const typeId = isJsonObject(reference) ? textMember(reference, "nodeType") : undefined;
    const part = this.#partOf(id, page, typeId);
    if (part === undefined || (this.#usedPaths.has(part.path) && isOfAnotherType(part, typeId))) {
      this.#reportMissing(id, reference);
      return;
    }
    this.#usedPaths.add(part.path);
    const other = this.#typeInTree(id) ?? typeOfBody(getOwn(this.#parts.innerBody, id));
    const own = typeId === undefined || other === undefined || other === typeId ? id : idOfType(id, typeId);
    this.#take("innerBody", own, withId(part.value, own), part.place);
  }

  #partOf(id: string, to: FolderPart, typeId: string | undefined): FolderPart | undefined {
    return this.#found.bodies.nearest(id, to, { within: this.#within, typeId });
  }

  #typeInTree(id: string): string | undefined {
    return textMember(objectMember(objectMember(this.#tree.value, "nodes"), id), "nodeType");
  }

  #take(role: "body" | "innerBody", id: string, body: Json, place: JsonPlace): void {
    setOwn(this.#parts[role], id, body);
    this.#setPlace(role, id, place);
    if (!isJsonObject(body)) return;
    for (const script of referencesIn(body, "script")) this.#scripts.take(script);
    for (const template of referencesIn(body, "emailTemplate")) this.#takeTemplate(template);
  }

  #takeTemplate(name: string): void {
    if (Object.hasOwn(this.#parts.emailTemplate, name)) return;
    const part = this.#found.templates.nearest(templatePrefix + name, this.#tree);
    const template = part && this.#found.texts.completeTemplate(part);
    if (!part || !template) return;
    setOwn(this.#parts.emailTemplate, name, template);
    this.#setPlace("emailTemplate", name, part.place);
  }

  #setPlace(role: PartRole, id: string, place: JsonPlace): void {
    this.#places.set(`${sections[role].name}/${id}`, place);
  }

  #reportMissing(id: string, reference: Json): void {
    const node = (isJsonObject(reference) ? textMember(reference, "displayName") : undefined) ?? id;
    this.#missingIds.add(id);
    this.#missing.push({ place: this.#referencePlace(id), node, id, restsOn: this.#misspeltEntry(id) });
  }

  /** Where the journey starts, if that is the id of a node with a character more, less or other than here. */
  #misspeltEntry(id: string): readonly Place[] {
    const { value, place } = this.#tree;
    const entry = textMember(value, "entryNodeId");
    if (entry === undefined || Object.hasOwn(objectMember(value, "nodes"), entry)) return [];
    return nearestName(id, [entry], mostMisspeltInId) === undefined ? [] : [place.child("entryNodeId")];
  }
}

/** Whether a file holds the settings of another node, which has the same id. */
function isOfAnotherType({ value }: FolderPart, typeId: string | undefined): boolean {
  const own = typeOfBody(value);
  return own !== undefined && typeId !== undefined && own !== typeId;
}
