import { sectionOf } from "../../export-json/sections.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { listMember, textMember } from "../../text/json-members.js";
import { isSameJson } from "../../text/merge-patch.js";
import type { Conflict } from "./conflict.js";
import {
  contentOf,
  type ExportSides,
  pageChildren,
  partsOfChild,
  partValue,
  resetParts,
  restoreParts,
} from "./node-parts.js";

/**
 * Prepares the sides of the merge of one journey, whose pages they all have, so that an inner node which one side
 * removed is either gone with its settings or there with all of them, as a node is.
 */
export function keepChildrenWhole(name: string, { base, ours, theirs }: ExportSides): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  const [placed, placedInTheirs] = [ours, theirs].map(placedChildren);
  for (const page of Object.keys(sectionOf(base, "body"))) {
    if ([ours, theirs].some((side) => partValue(side, { role: "body", id: page }) === undefined)) continue;
    for (const id of Object.keys(pageChildren(base, page))) {
      const inOurs = placed?.has(id) === true;
      if (inOurs === placedInTheirs?.has(id)) continue;
      const [there, gone] = inOurs ? [ours, theirs] : [theirs, ours];
      if (isSameJson(childContent(base, page, id), childContent(there, page, id))) {
        replaceEntry(base, there, page, id);
        resetParts(base, there, partsOfChild(base, id));
        continue;
      }
      restoreEntry(base, gone, page, id);
      restoreParts(base, gone, partsOfChild(base, id));
      const [remover, changer] = inOurs ? ["theirs", "ours"] : ["ours", "theirs"];
      conflicts.push({
        where: `${name} / ${page} / ${id}`,
        message: `${remover} removed this node, ${changer} changed it: it stays whole, as ${changer} has it`,
      });
    }
  }
  return conflicts;
}

/** The inner nodes that any page of a journey lists. */
function placedChildren(exported: JsonObject): ReadonlySet<string> {
  return new Set(Object.keys(sectionOf(exported, "body")).flatMap((page) => Object.keys(pageChildren(exported, page))));
}

function childContent(exported: JsonObject, page: string, id: string): Json {
  return contentOf(exported, pageChildren(exported, page)[id], partsOfChild(exported, id), []);
}

function entriesOf(exported: JsonObject, page: string): readonly Json[] {
  const body = partValue(exported, { role: "body", id: page });
  return body === undefined ? [] : listMember(body, "nodes");
}

function isOf(id: string): (entry: Json) => boolean {
  return (entry) => isJsonObject(entry) && textMember(entry, "_id") === id;
}

function setEntries(side: JsonObject, page: string, entries: readonly Json[]): void {
  const body = partValue(side, { role: "body", id: page });
  if (body !== undefined) setOwn(body as Record<string, Json>, "nodes", entries as Json);
}

function replaceEntry(base: JsonObject, side: JsonObject, page: string, id: string): void {
  const old = entriesOf(base, page).find(isOf(id));
  if (old === undefined) return;
  setEntries(
    side,
    page,
    entriesOf(side, page).map((entry) => (isOf(id)(entry) ? old : entry)),
  );
}

/** Lists an inner node again, behind the one that stood before it. */
function restoreEntry(base: JsonObject, side: JsonObject, page: string, id: string): void {
  const order = entriesOf(base, page);
  const place = order.findIndex(isOf(id));
  const entries = [...entriesOf(side, page)];
  const before = order.slice(0, place).findLast((entry) => entries.some(isOf(idOf(entry))));
  const index = before === undefined ? 0 : entries.findIndex(isOf(idOf(before))) + 1;
  const old = order[place];
  if (old !== undefined) setEntries(side, page, [...entries.slice(0, index), old, ...entries.slice(index)]);
}

function idOf(entry: Json): string {
  return (isJsonObject(entry) ? textMember(entry, "_id") : undefined) ?? "";
}
