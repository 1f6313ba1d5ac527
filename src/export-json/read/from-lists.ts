import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { textMember } from "../../text/json-members.js";
import type { JsonPlace } from "../../text/json-place.js";
import { isSameJson } from "../../text/merge-patch.js";
import { referencesOf, type SectionRole, sectionName, sections } from "../sections.js";
import { idOfType, withId, withOwnIds } from "./ids-of-two-types.js";
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
 * Brings an export that keeps its nodes, or other sections, as lists (`nodes: [{ _id, nodeType, details }]`, or
 * `[{ id, type, body }]`) to the usual form, in which each entry stands under its id.
 */
export function fromLists(value: JsonObject, whole: JsonPlace): ObjectExport {
  const places = placesInOneFile(whole);
  const tree = getOwn(value, sections.tree.name);
  const lists = mayBeLists.filter((role) => isListOfObjects(getOwn(value, sectionName(value, role))));
  const listsReferences = isJsonObject(tree) && isListOfObjects(getOwn(tree as JsonObject, "nodes"));
  if (lists.length > 0 || listsReferences) return new ListReader(value, whole, places).read(lists, listsReferences);
  const { exported, diagnostics } = withOwnIds({ value, places });
  return { ...exported, diagnostics };
}

/** Whether some entry of a list has an id. Any other list is nothing that is known, and is left as it is. */
function isListOfObjects(list: Json | undefined): boolean {
  return Array.isArray(list) && (list as readonly Json[]).some((entry) => idOf(entry) !== undefined);
}

function idOf(entry: Json): string | undefined {
  if (!isJsonObject(entry)) return undefined;
  return textMember(entry, "_id") ?? (hasBody(entry) ? textMember(entry, "id") : undefined);
}

/** Whether an entry is `{ id, type, body }`, the answer of the REST interface with what was asked for. */
function hasBody(entry: JsonObject): boolean {
  return isJsonObject(getOwn(entry, "body")) && textMember(entry, "type") !== undefined;
}

/** An entry of a list that is read. */
interface ListEntry {
  readonly id: string;
  readonly entry: JsonObject;
  readonly place: JsonPlace;
}

/** A body whose entry in a list gives its type. */
interface TypedBody {
  readonly section: string;
  readonly id: string;
  readonly nodeType: string;
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
      for (const listed of this.#entriesOf(this.#value[name] ?? null, this.#whole.child(name), isBody ? inTree : {})) {
        const { body, nodeType, member } = isBody ? settingsOf(listed.entry) : { body: listed.entry };
        const { id, place } = listed;
        // One list may hold the nodes of the tree and those of its pages.
        const section = role === "body" && !Object.hasOwn(inTree, id) ? sections.innerBody.name : name;
        if (!isJsonObject(result[section])) result[section] = {};
        setOwn(result[section] as Record<string, Json>, id, withId(body, id));
        if (nodeType !== undefined) typed.push({ section, id, nodeType });
        this.#entries.set(`${section}/${id}`, member === undefined ? place : place.child(member));
      }
    }
    const { exported, diagnostics } = withOwnIds({ value: result, places: this.#places() });
    keepTypes(typed, exported.value);
    return { ...exported, diagnostics: [...this.#diagnostics, ...diagnostics] };
  }

  #readTree(): JsonObject {
    const tree = this.#value[sections.tree.name] as JsonObject;
    const nodes: Record<string, Json> = {};
    for (const { id, entry, place } of this.#entriesOf(tree.nodes ?? null, this.#usual.tree.child("nodes"), {})) {
      const { _id, ...reference } = entry;
      setOwn(nodes, id, reference);
      this.#references.set(id, place);
    }
    return { ...tree, nodes };
  }

  /**
   * The entries with an id of their own. Of nodes of different types with one id, that of the tree keeps it, or else the first. Other
   * entries are told, and left out. Of two that say different things, the last one counts, as it does where they are sent one by one.
   */
  #entriesOf(list: Json, place: JsonPlace, inTree: JsonObject): readonly ListEntry[] {
    const keepers = typesOfIds(list as readonly Json[], inTree);
    const known = new Map<string, { readonly found: ListEntry; readonly index: number }>();
    for (const [index, entry] of (list as readonly Json[]).entries()) {
      const given = idOf(entry);
      if (given === undefined || !isJsonObject(entry)) {
        this.#leaveOut(place, index, "it has no `_id`");
        continue;
      }
      const nodeType = typeOfEntry(entry);
      const keeper = keepers.get(given);
      const id = nodeType === undefined || nodeType === keeper ? given : idOfType(given, nodeType);
      const before = known.get(id);
      if (before !== undefined && isSameJson(before.found.entry, entry)) {
        this.#leaveOut(place, index, "an entry before it says the same");
        continue;
      }
      if (before !== undefined) {
        this.#leaveOut(place, before.index, `entry ${index + 1} has the same \`_id\`, and comes after it`);
      }
      known.set(id, { found: { id, entry, place: place.child(index) }, index });
    }
    return [...known.values()].map(({ found }) => found);
  }

  #leaveOut(list: JsonPlace, index: number, problem: string): void {
    const args = { list: list.pointer.slice(1).replaceAll("/", "."), index, problem };
    this.#diagnostics.push(createDiagnostic("malformed-entry", list.child(index), args));
  }

  #places(): ExportPlaces {
    return {
      tree: this.#usual.tree,
      reference: (id) => this.#references.get(id) ?? this.#usual.reference(id),
      entry: (section, id) => this.#entries.get(`${section}/${id}`) ?? this.#usual.entry(section, id),
    };
  }
}

/** The type that keeps each id: that of the node in the tree where an entry has it, or else that of the first entry. */
function typesOfIds(list: readonly Json[], inTree: JsonObject): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const entry of list) {
    const id = idOf(entry);
    const nodeType = isJsonObject(entry) ? typeOfEntry(entry) : undefined;
    if (id === undefined || nodeType === undefined) continue;
    const reference = getOwn(inTree, id);
    const isOfTree = isJsonObject(reference) && textMember(reference, "nodeType") === nodeType;
    if (isOfTree || !types.has(id)) types.set(id, nodeType);
  }
  return types;
}

function typeOfEntry(entry: JsonObject): string | undefined {
  return textMember(entry, hasBody(entry) ? "type" : "nodeType");
}

/** The type that an entry gives stands in the body only if the tree and the pages do not say the same. */
function keepTypes(typed: readonly TypedBody[], value: JsonObject): void {
  const known = nodeTypesOf(value);
  for (const { section, id, nodeType } of typed) {
    const bodies = value[section] as Record<string, Json>;
    if (known.get(id) !== nodeType) setOwn(bodies, id, { _type: { _id: nodeType }, ...(bodies[id] as JsonObject) });
  }
}

interface Settings {
  readonly body: JsonObject;
  readonly nodeType?: string | undefined;
  /** The member of the entry that holds them. */
  readonly member?: string;
}

/** The body of a node by its entry in a list. A node without settings may have an entry without them. */
function settingsOf(entry: JsonObject): Settings {
  if (hasBody(entry)) {
    return { body: entry.body as JsonObject, nodeType: textMember(entry, "type"), member: "body" };
  }
  const { _id, nodeType, details, ...others } = entry;
  if (isJsonObject(details)) {
    const body = { _id: _id ?? "", ...others, ...details };
    return { body, nodeType: typeof nodeType === "string" ? nodeType : undefined, member: "details" };
  }
  if (typeof nodeType !== "string") return { body: entry };
  const { nodeType: _, ...body } = entry;
  return { body, nodeType };
}
