import type { Place } from "../diagnostics/diagnostic.js";
import type { Journey } from "../model/model.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { childPointer } from "../text/json-source.js";
import type { JourneyFacts } from "./journey-facts.js";
import { jsonPlace } from "./json-place.js";

const sections = ["nodes", "innerNodes", "innernodes"] as const;

/** The objects of an export that hold settings of nodes by id; old tools wrote the second in lower case. */
export function exportBodies(
  original: JsonObject,
): readonly { readonly section: string; readonly members: JsonObject }[] {
  return sections.flatMap((section) => {
    const members = getOwn(original, section);
    return isJsonObject(members) ? [{ section, members }] : [];
  });
}

/** The settings of a node. */
export function bodyOf(original: JsonObject, id: string): Json | undefined {
  for (const section of sections) {
    const members = getOwn(original, section);
    const body = isJsonObject(members) ? getOwn(members, id) : undefined;
    if (body !== undefined) return body;
  }
  return undefined;
}

/** The whole export that a journey was read from, if it stands in one place of one file; parts of a folder do not. */
export function wholeExport(facts: JourneyFacts): JsonObject | undefined {
  return facts.journey.origin.kind === "export" ? facts.original : undefined;
}

/** A node as a page of the export names it. */
export interface PageEntry {
  readonly page: string;
  readonly index: number;
  readonly id: string;
}

/** The inner nodes that the pages of an export name, in order, also those that a page names twice. */
export function pageEntries(original: JsonObject): readonly PageEntry[] {
  const entries: PageEntry[] = [];
  for (const { members } of exportBodies(original)) {
    for (const page of Object.keys(members)) {
      const body = members[page];
      const children = isJsonObject(body) ? getOwn(body, "nodes") : undefined;
      if (!Array.isArray(children)) continue;
      for (const [index, child] of children.entries()) {
        const id: unknown = isJsonObject(child) ? getOwn(child, "_id") : undefined;
        if (typeof id === "string") entries.push({ page, index, id });
      }
    }
  }
  return entries;
}

/** A place in the export that a journey was read from: its `tree` stands beside the other sections. */
export function exportPlace(journey: Journey, ...segments: readonly (string | number)[]): Place {
  const { source, pointer: tree = "" } = journey.place;
  const pointer = segments.reduce<string>(childPointer, tree.slice(0, tree.lastIndexOf("/")));
  return jsonPlace(source, pointer);
}
