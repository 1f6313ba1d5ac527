import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { nameBasedUuid } from "../../model/ids.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { listMember, objectMember, textMember } from "../../text/json-members.js";
import { referencesOf, sectionName, sectionOf, sections } from "../sections.js";
import type { ExportPlaces, JourneyExport } from "./journey-export.js";

/**
 * The id of a node whose own id belongs to a node of another type. The platform stores nodes by type and id, while exports and the
 * model tell them apart by the id alone.
 */
export function idOfType(id: string, typeId: string): string {
  return nameBasedUuid(`${id}/${typeId}`);
}

/** The type that a body names. */
export function typeOfBody(body: Json | undefined): string | undefined {
  return isJsonObject(body) ? textMember(objectMember(body, "_type"), "_id") : undefined;
}

/** The body under another id. */
export function withId(body: JsonObject, id: string): JsonObject {
  return Object.hasOwn(body, "_id") ? { ...body, _id: id } : body;
}

type ExportParts = Pick<JourneyExport, "value" | "places">;

/**
 * Gives each node an id of its own where nodes of several types share one: the node of the tree keeps it, or else the one whose
 * settings stand under it. Readers of lists and folders have put the settings of the others under `idOfType` already.
 */
export function withOwnIds<Parts extends ExportParts>(
  exported: Parts,
): { readonly exported: Parts; readonly diagnostics: readonly Diagnostic[] } {
  const shared = sharedIds(exported.value);
  if (shared.size === 0) return { exported, diagnostics: [] };
  const separated = new Separation(exported, shared).run();
  return { exported: { ...exported, ...separated.parts }, diagnostics: separated.diagnostics };
}

/** The entry of a page, by what tells nodes apart. */
interface PageEntry {
  readonly page: string;
  readonly index: number;
  readonly id: string;
  readonly typeId: string;
  readonly name: string;
}

/** The ids that nodes of several types have, each with the type that keeps it. */
function sharedIds(value: JsonObject): ReadonlyMap<string, string> {
  const references = referencesOf(value);
  const types = new Map<string, string>();
  const shared = new Map<string, string>();
  for (const { id, typeId } of entriesOfPages(value)) {
    const other = types.get(id) ?? typeOfReference(references, id);
    if (other === undefined) types.set(id, typeId);
    else if (other !== typeId && !shared.has(id)) shared.set(id, keeperOf(id, other, value));
  }
  return shared;
}

function keeperOf(id: string, first: string, value: JsonObject): string {
  const inTree = typeOfReference(referencesOf(value), id);
  return inTree ?? typeOfBody(getOwn(sectionOf(value, "innerBody"), id)) ?? first;
}

function typeOfReference(references: JsonObject, id: string): string | undefined {
  const reference = getOwn(references, id);
  return isJsonObject(reference) ? textMember(reference, "nodeType") : undefined;
}

function* entriesOfPages(value: JsonObject): Generator<PageEntry> {
  const bodies = sectionOf(value, "body");
  for (const page of Object.keys(bodies)) {
    const body = bodies[page];
    if (!isJsonObject(body) || !Array.isArray(getOwn(body, "nodes"))) continue;
    for (const [index, child] of listMember(body, "nodes").entries()) {
      const id = isJsonObject(child) ? textMember(child, "_id") : undefined;
      const typeId = isJsonObject(child) ? textMember(child, "nodeType") : undefined;
      if (!isJsonObject(child) || id === undefined || typeId === undefined) continue;
      yield { page, index, id, typeId, name: textMember(child, "displayName") ?? typeId };
    }
  }
}

class Separation {
  readonly #value: JsonObject;
  readonly #places: ExportPlaces;
  readonly #shared: ReadonlyMap<string, string>;
  readonly #innerName: string;
  readonly #pages: Record<string, Json>;
  readonly #inner: Record<string, Json>;
  readonly #references: Record<string, Json>;
  /** The ids under which the settings that have moved stand in the file. */
  readonly #moved = new Map<string, string>();
  readonly #done = new Set<string>();
  readonly #diagnostics: Diagnostic[] = [];

  constructor({ value, places }: ExportParts, shared: ReadonlyMap<string, string>) {
    this.#value = value;
    this.#places = places;
    this.#shared = shared;
    this.#innerName = sectionName(value, "innerBody");
    this.#pages = { ...sectionOf(value, "body") };
    this.#inner = { ...sectionOf(value, "innerBody") };
    this.#references = { ...referencesOf(value) };
  }

  run(): { readonly parts: ExportParts; readonly diagnostics: readonly Diagnostic[] } {
    for (const entry of entriesOfPages(this.#value)) {
      const keeper = this.#shared.get(entry.id);
      if (keeper === undefined || keeper === entry.typeId) continue;
      const own = idOfType(entry.id, entry.typeId);
      this.#moveBody(entry, own);
      this.#rename(entry, own);
    }
    const tree = { ...sectionOf(this.#value, "tree"), nodes: this.#references };
    const value = {
      ...this.#value,
      [sections.tree.name]: tree,
      [sections.body.name]: this.#pages,
      [this.#innerName]: this.#inner,
    };
    return { parts: { value, places: this.#movedPlaces() }, diagnostics: this.#diagnostics };
  }

  /** Moves the settings of an inner node, where they can only be its own. */
  #moveBody({ id, typeId }: PageEntry, own: string): void {
    const body = getOwn(this.#inner, id);
    if (Object.hasOwn(this.#inner, own) || !isJsonObject(body)) return;
    const isOfTree = Object.hasOwn(this.#references, id) && Object.hasOwn(this.#pages, id);
    const bodyType = typeOfBody(body);
    if (bodyType === undefined ? !isOfTree : bodyType !== typeId) return;
    delete this.#inner[id];
    setOwn(this.#inner, own, withId(body, own));
    this.#moved.set(own, id);
  }

  #rename({ page, index, id, typeId, name }: PageEntry, own: string): void {
    const body = this.#pages[page] as JsonObject;
    const children = listMember(body, "nodes").map((child, at) =>
      at === index && isJsonObject(child) ? { ...child, _id: own } : child,
    );
    const isAlone = !children.some((child) => isJsonObject(child) && child._id === id);
    const listed = getOwn(body, "_outcomes");
    const outcomes = isAlone && Array.isArray(listed) ? { _outcomes: renamedOutcomes(listed, id, own) } : {};
    setOwn(this.#pages, page, { ...body, ...outcomes, nodes: children });
    const reference = getOwn(this.#references, page);
    if (isAlone && isJsonObject(reference)) setOwn(this.#references, page, renamedConnections(reference, id, own));
    if (this.#done.has(own)) return;
    this.#done.add(own);
    const place = this.#places.entry(sections.body.name, page).child("nodes").child(index);
    this.#diagnostics.push(createDiagnostic("id-of-two-types", place, { id, node: name, typeId }));
  }

  #movedPlaces(): ExportPlaces {
    return {
      ...this.#places,
      entry: (section, id) => {
        const before = section === this.#innerName ? this.#moved.get(String(id)) : undefined;
        return this.#places.entry(section, before ?? id);
      },
    };
  }
}

/** On pages of version 2.0 the id of the inner node stands before that of its outcome. */
function renamedOutcomes(listed: readonly Json[], id: string, own: string): readonly Json[] {
  return listed.map((outcome) => {
    const outcomeId = isJsonObject(outcome) ? textMember(outcome, "id") : undefined;
    return isJsonObject(outcome) && outcomeId !== undefined
      ? { ...outcome, id: renamedOutcome(outcomeId, id, own) }
      : outcome;
  });
}

function renamedConnections(reference: JsonObject, id: string, own: string): JsonObject {
  const connections: Record<string, Json> = {};
  const given = objectMember(reference, "connections");
  for (const outcome of Object.keys(given)) setOwn(connections, renamedOutcome(outcome, id, own), given[outcome]);
  return { ...reference, connections };
}

function renamedOutcome(outcome: string, id: string, own: string): string {
  return outcome.startsWith(id) ? own + outcome.slice(id.length) : outcome;
}
