import type { JourneyDocument, RepeatedNode, StrayBody } from "../../model/origin.js";
import { pageTypeId } from "../../model/pages.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { listMember, objectMember, textMember } from "../../text/json-members.js";
import { bodySections, referencesOf, sectionName, sectionOf } from "../sections.js";
import type { ExportPlaces, JourneyExport } from "./journey-export.js";

/**
 * The JSON of a journey, and the answers to what rules ask about it. No answer is kept, since a tenant has hundreds of
 * documents and each is asked once or twice.
 */
export class ExportDocument implements JourneyDocument {
  readonly json: JsonObject;
  readonly #places: ExportPlaces;

  constructor({ value, places }: Pick<JourneyExport, "value" | "places">) {
    this.json = value;
    this.#places = places;
  }

  hasBody(nodeId: string): boolean {
    return this.#bodyOf(nodeId) !== undefined;
  }

  listsOutcomes(nodeId: string): boolean {
    const body = this.#bodyOf(nodeId);
    return body !== undefined && Object.hasOwn(body, "_outcomes");
  }

  hasProperty(nodeId: string, name: string): boolean {
    const body = this.#bodyOf(nodeId);
    return body !== undefined && Object.hasOwn(body, name);
  }

  isEmptyPage(pageId: string): boolean {
    const body = getOwn(sectionOf(this.json, "body"), pageId);
    if (!isJsonObject(body)) return false;
    const listed = getOwn(body, "nodes");
    return listed === undefined || (Array.isArray(listed) && listed.length === 0);
  }

  nodesOnPages(): ReadonlySet<string> {
    return new Set(this.#pageEntries().map(({ id }) => id));
  }

  repeatedNodes(): readonly RepeatedNode[] {
    const entries = this.#pageEntries();
    if (entries.length === 0) return [];
    const seen = new Set(Object.keys(referencesOf(this.json)));
    const repeated: RepeatedNode[] = [];
    for (const { id, section, page, index } of entries) {
      if (seen.has(id))
        repeated.push({ id, page, place: this.#places.entry(section, page).child("nodes").child(index) });
      seen.add(id);
    }
    return repeated;
  }

  strayBodies(): readonly StrayBody[] {
    const references = referencesOf(this.json);
    const stray: StrayBody[] = [];
    // What a page lists is not known without its settings.
    const isUncertain = Object.entries(references).some(([id, node]) => isPage(node) && !this.hasBody(id));
    let onPages: ReadonlySet<string> | undefined;
    for (const { section, bodies } of this.#bodies()) {
      if (isUncertain && section !== sectionName(this.json, "body")) continue;
      for (const id of Object.keys(bodies)) {
        const body = bodies[id];
        if (!isJsonObject(body) || Object.hasOwn(references, id)) continue;
        onPages ??= this.nodesOnPages();
        if (onPages.has(id)) continue;
        const typeId = textMember(objectMember(body, "_type"), "_id");
        stray.push({ id, typeId, body, place: this.#places.entry(section, id) });
      }
    }
    return stray;
  }

  /** The first body with this id in the order of the sections. */
  #bodyOf(nodeId: string): JsonObject | undefined {
    for (const { bodies } of this.#bodies()) {
      const body = getOwn(bodies, nodeId);
      if (body !== undefined) return isJsonObject(body) ? body : undefined;
    }
    return undefined;
  }

  #bodies(): readonly { readonly section: string; readonly bodies: JsonObject }[] {
    return bodySections.flatMap((section) => {
      const bodies = getOwn(this.json, section);
      return isJsonObject(bodies) ? [{ section, bodies }] : [];
    });
  }

  /** The entries of all pages, repeated ones included: those of the tree's pages first, and then by id. */
  #pageEntries(): readonly PageEntry[] {
    const entries: PageEntry[] = [];
    const references = referencesOf(this.json);
    for (const { section, bodies } of this.#bodies()) {
      const ids = Object.keys(bodies).sort();
      const ofTree = ids.filter((id) => Object.hasOwn(references, id));
      for (const page of new Set([...ofTree, ...ids])) {
        const body = bodies[page];
        if (!isJsonObject(body)) continue;
        for (const [index, child] of listMember(body, "nodes").entries()) {
          const id = isJsonObject(child) ? textMember(child, "_id") : undefined;
          if (id !== undefined) entries.push({ id, section, page, index });
        }
      }
    }
    return entries;
  }
}

function isPage(reference: Json | undefined): boolean {
  return isJsonObject(reference) && textMember(reference, "nodeType") === pageTypeId;
}

/** An entry in the list of a page, and where it stands. */
interface PageEntry {
  readonly id: string;
  readonly section: string;
  readonly page: string;
  readonly index: number;
}
