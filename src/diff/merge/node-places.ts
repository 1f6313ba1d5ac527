import { referencesOf, sectionName, sectionOf } from "../../export-json/sections.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { listMember, textMember } from "../../text/json-members.js";
import { pageChildren, partValue } from "./node-parts.js";

/** Where a node stands: the id of its page, or `undefined` for a node of the journey itself. */
export type NodePlace = string | undefined;

/** An object of a side that is being prepared, and may be changed. */
type Loose = Record<string, Json>;

/** The places of the nodes of a journey, by their ids. A node that some exports list in the tree and in a page has none of them. */
export function placesOf(exported: JsonObject): ReadonlyMap<string, NodePlace> {
  const places = new Map<string, NodePlace>(Object.keys(referencesOf(exported)).map((id) => [id, undefined]));
  for (const page of Object.keys(sectionOf(exported, "body"))) {
    for (const id of Object.keys(pageChildren(exported, page))) {
      if (!places.delete(id)) places.set(id, page);
    }
  }
  return places;
}

/** What refers to a node: its reference in the tree, or its entry in the list of its page. */
export function nodeEntry(exported: JsonObject, id: string, place: NodePlace): Loose | undefined {
  const found = place === undefined ? referencesOf(exported)[id] : pageChildren(exported, place)[id];
  return isJsonObject(found) ? (found as Loose) : undefined;
}

/** The arrows of a node of the journey. */
export function arrowsOf(exported: JsonObject, id: string): Loose {
  const reference = nodeEntry(exported, id, undefined);
  const arrows = reference?.connections;
  return isJsonObject(arrows) ? (arrows as Loose) : {};
}

/** Puts a node of a side where the mover has it, with the title that it has in the side; a page that the side lacks lists it nowhere. */
export function moveNode(side: JsonObject, id: string, from: NodePlace, to: NodePlace, mover: JsonObject): void {
  const old = nodeEntry(side, id, from);
  const like = nodeEntry(mover, id, to);
  if (old === undefined || like === undefined) return;
  const entry = { ...like, displayName: old.displayName ?? null };
  if (from === undefined) delete (referencesOf(side) as Loose)[id];
  else setEntries(side, from, (entries) => entries.filter((each) => !isOf(each, id)));
  if (to === undefined) setOwn(referencesOf(side) as Loose, id, entry);
  else setEntries(side, to, (entries) => inOrderOf(entries, entry, listOf(mover, to)));
  moveBody(side, id, from === undefined ? "body" : "innerBody", to === undefined ? "body" : "innerBody");
}

/** Lets all arrows of a side that lead to a node, and its start, lead to another one. */
export function leadElsewhere(side: JsonObject, from: string, to: string): void {
  for (const id of Object.keys(referencesOf(side))) {
    const arrows = arrowsOf(side, id);
    for (const outcome of Object.keys(arrows)) if (arrows[outcome] === from) setOwn(arrows, outcome, to);
  }
  const tree = sectionOf(side, "tree") as Loose;
  if (tree.entryNodeId === from) tree.entryNodeId = to;
}

function moveBody(side: JsonObject, id: string, from: "body" | "innerBody", to: "body" | "innerBody"): void {
  const body = partValue(side, { role: from, id });
  if (body === undefined || from === to) return;
  delete (sectionOf(side, from) as Loose)[id];
  const section = { ...sectionOf(side, to) };
  setOwn(section, id, body);
  (side as Loose)[sectionName(side, to)] = section;
}

function listOf(exported: JsonObject, page: string): readonly Json[] {
  const body = partValue(exported, { role: "body", id: page });
  return body === undefined ? [] : listMember(body, "nodes");
}

function setEntries(side: JsonObject, page: string, change: (entries: readonly Json[]) => readonly Json[]): void {
  const body = partValue(side, { role: "body", id: page });
  if (body !== undefined) setOwn(body as Loose, "nodes", change(listMember(body, "nodes")) as Json);
}

/** A list with an entry more, behind the one that stands before it in another list. */
function inOrderOf(entries: readonly Json[], entry: JsonObject, order: readonly Json[]): readonly Json[] {
  const at = order.findIndex((each) => isOf(each, idOf(entry)));
  const before = order.slice(0, at).findLast((each) => entries.some((other) => isOf(other, idOf(each))));
  const index = before === undefined ? 0 : entries.findIndex((each) => isOf(each, idOf(before))) + 1;
  return [...entries.slice(0, index), entry, ...entries.slice(index)];
}

function isOf(entry: Json, id: string): boolean {
  return idOf(entry) === id;
}

function idOf(entry: Json): string {
  return (isJsonObject(entry) ? textMember(entry, "_id") : undefined) ?? "";
}
