import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { textMember } from "../../text/json-members.js";
import type { JsonPlace } from "../../text/json-place.js";
import { referencesOf, type SectionRole, sectionName, sections } from "../sections.js";
import { type ExportPlaces, placesInOneFile } from "./journey-export.js";
import { nodeTypesOf } from "./node-types-of.js";

/** An export whose sections are objects, as all readers expect them, and what could not be read of its lists. */
export interface ObjectExport {
  readonly value: JsonObject;
  readonly places: ExportPlaces;
  readonly diagnostics: readonly Diagnostic[];
}

/** The sections that some people keep as lists. Themes are a list in every export. */
const mayBeLists = (Object.keys(sections) as SectionRole[]).filter((role) => role !== "tree" && !sections[role].isList);

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
    const inTree = referencesOf(result);
    const typed: TypedBody[] = [];
    for (const role of lists) {
      const name = sectionName(this.#value, role);
      const isBody = role === "body" || role === "innerBody";
      result[name] = {};
      for (const { id, entry, place } of this.#entriesOf(this.#value[name] ?? null, this.#whole.child(name))) {
        // One list may hold the nodes of the tree and those of its pages.
        const target = role === "body" && !Object.hasOwn(inTree, id) ? sections.innerBody.name : name;
        const { body, nodeType, member } = isBody ? settingsOf(entry) : { body: entry };
        if (!isJsonObject(result[target])) result[target] = {};
        const bodies = result[target] as Record<string, Json>;
        setOwn(bodies, id, body);
        if (nodeType !== undefined) typed.push({ bodies, id, body, nodeType });
        this.#entries.set(`${target}/${id}`, member === undefined ? place : place.child(member));
      }
    }
    keepTypes(typed, nodeTypesOf(result));
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

/** A body whose entry in a list gives its type. */
interface TypedBody {
  readonly bodies: Record<string, Json>;
  readonly id: string;
  readonly body: JsonObject;
  readonly nodeType: string;
}

/** The type that an entry gives stands in the body only if the tree and the pages do not say the same. */
function keepTypes(typed: readonly TypedBody[], known: ReadonlyMap<string, string>): void {
  for (const { bodies, id, body, nodeType } of typed) {
    if (known.get(id) !== nodeType) setOwn(bodies, id, { _type: { _id: nodeType }, ...body });
  }
}

interface Settings {
  readonly body: JsonObject;
  readonly nodeType?: string | undefined;
  /** The member of the entry that holds them. */
  readonly member?: string;
}

/** The body of a node by its entry in a list. */
function settingsOf(entry: JsonObject): Settings {
  const { _id, nodeType, details, ...others } = entry;
  if (!isJsonObject(details)) return { body: entry };
  const body = { _id: _id ?? "", ...others, ...details };
  return { body, nodeType: typeof nodeType === "string" ? nodeType : undefined, member: "details" };
}
