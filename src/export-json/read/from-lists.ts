import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { textMember } from "../../text/json-members.js";
import type { JsonPlace } from "../../text/json-place.js";
import { type SectionRole, sectionName, sections } from "../sections.js";
import { type ExportPlaces, placesInOneFile } from "./journey-export.js";

/** An export whose sections are objects, as all readers expect them, and what could not be read of its lists. */
export interface ObjectExport {
  readonly value: JsonObject;
  readonly places: ExportPlaces;
  readonly diagnostics: readonly Diagnostic[];
}

/** The sections that some people keep as lists. Themes are a list in every export. */
const mayBeLists = (Object.keys(sections) as SectionRole[]).filter(
  (role) => role !== "tree" && sections[role].form === "object",
);

/**
 * Brings an export that keeps its nodes, or other sections, as lists (`nodes: [{ _id, nodeType, details }]`) to the usual form, in
 * which each entry stands under its id. The settings of a node may stand in `details`, beside its id and type.
 */
export function fromLists(value: JsonObject, whole: JsonPlace): ObjectExport {
  const places = placesInOneFile(whole);
  const tree = getOwn(value, sections.tree.name);
  const lists = mayBeLists.filter((role) => isListOfObjects(getOwn(value, sectionName(value, role))));
  const listsReferences = isJsonObject(tree) && isListOfObjects(getOwn(tree as JsonObject, "nodes"));
  if (lists.length === 0 && !listsReferences) return { value, places, diagnostics: [] };
  return new ListReader(value, whole, places).read(lists, listsReferences);
}

/** Whether some entry of a list has an id. Any other list is nothing that is known, and is left as it is. */
function isListOfObjects(list: Json | undefined): boolean {
  return Array.isArray(list) && (list as readonly Json[]).some((entry) => idOf(entry) !== undefined);
}

function idOf(entry: Json): string | undefined {
  return isJsonObject(entry) ? textMember(entry, "_id") : undefined;
}

class ListReader {
  readonly #value: JsonObject;
  readonly #whole: JsonPlace;
  readonly #usual: ExportPlaces;
  readonly #entries = new Map<string, JsonPlace>();
  readonly #references = new Map<string, JsonPlace>();
  readonly #diagnostics: Diagnostic[] = [];

  constructor(value: JsonObject, whole: JsonPlace, usual: ExportPlaces) {
    this.#value = value;
    this.#whole = whole;
    this.#usual = usual;
  }

  read(lists: readonly SectionRole[], listsReferences: boolean): ObjectExport {
    const result: Record<string, Json> = { ...this.#value };
    if (listsReferences) result[sections.tree.name] = this.#readTree();
    const inTree = idsIn(result[sections.tree.name]);
    for (const role of lists) {
      const name = sectionName(this.#value, role);
      const isBody = role === "body" || role === "innerBody";
      result[name] = {};
      for (const { id, entry, place } of this.#entriesOf(this.#value[name] ?? null, this.#whole.child(name))) {
        // One list may hold the nodes of the tree and those of its pages.
        const target = role === "body" && !inTree.has(id) ? sections.innerBody.name : name;
        const settings = isBody ? settingsOf(entry) : { body: entry, member: undefined };
        if (!isJsonObject(result[target])) result[target] = {};
        setOwn(result[target] as Record<string, Json>, id, settings.body);
        this.#entries.set(`${target}/${id}`, settings.member === undefined ? place : place.child(settings.member));
      }
    }
    return { value: result, places: this.#places(), diagnostics: this.#diagnostics };
  }

  #readTree(): JsonObject {
    const tree = this.#value[sections.tree.name] as JsonObject;
    const nodes: Record<string, Json> = {};
    for (const { id, entry, place } of this.#entriesOf(tree.nodes ?? null, this.#usual.tree.child("nodes"))) {
      const { _id, ...reference } = entry;
      setOwn(nodes, id, reference);
      this.#references.set(id, place);
    }
    return { ...tree, nodes };
  }

  /** The entries with an id of their own. Others are told, and left out. */
  #entriesOf(list: Json, place: JsonPlace) {
    const seen = new Set<string>();
    return (list as readonly Json[]).flatMap((entry, index) => {
      const id = idOf(entry);
      if (id !== undefined && isJsonObject(entry) && !seen.has(id)) {
        seen.add(id);
        return [{ id, entry, place: place.child(index) }];
      }
      const problem = id === undefined ? "it has no `_id`" : "an entry before it has the same `_id`";
      const args = { list: place.pointer.slice(1).replaceAll("/", "."), index, problem };
      this.#diagnostics.push(createDiagnostic("malformed-entry", place.child(index), args));
      return [];
    });
  }

  #places(): ExportPlaces {
    return {
      tree: this.#usual.tree,
      reference: (id) => this.#references.get(id) ?? this.#usual.reference(id),
      entry: (section, id) => this.#entries.get(`${section}/${id}`) ?? this.#usual.entry(section, id),
    };
  }
}

function idsIn(tree: Json | undefined): ReadonlySet<string> {
  const nodes = isJsonObject(tree) ? getOwn(tree as JsonObject, "nodes") : undefined;
  return new Set(isJsonObject(nodes) ? Object.keys(nodes as JsonObject) : []);
}

/** The body of a node by its entry in a list, and the member of the entry that holds its settings. */
function settingsOf(entry: JsonObject): { readonly body: JsonObject; readonly member: string | undefined } {
  const { _id, nodeType, details, ...others } = entry;
  if (!isJsonObject(details)) return { body: entry, member: undefined };
  const type = typeof nodeType === "string" ? { _type: { _id: nodeType } } : {};
  return { body: { _id: _id ?? "", ...type, ...others, ...(details as JsonObject) }, member: "details" };
}
