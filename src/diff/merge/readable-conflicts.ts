import { exportedJourneys, referencesOf, sectionOf } from "../../export-json/sections.js";
import { terminalIds, uuids } from "../../model/ids.js";
import { isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { textMember } from "../../text/json-members.js";
import type { Conflict } from "./conflict.js";
import { pageChildren } from "./node-parts.js";

/** Tells conflicts by the titles of nodes and scripts, where the sides have one for an id. The id stays where several have the same title. */
export function readableConflicts(conflicts: readonly Conflict[], sides: readonly JsonObject[]): readonly Conflict[] {
  if (conflicts.length === 0) return conflicts;
  const titles = titlesOf(sides);
  const readable = (text: string) => text.replace(uuids, (id) => titles.get(id) ?? id);
  return conflicts.map(({ where, message }) => ({ where: readable(where), message: readable(message) }));
}

function titlesOf(sides: readonly JsonObject[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>([
    [terminalIds.success, "success"],
    [terminalIds.failure, "failure"],
  ]);
  for (const journey of sides.flatMap((side) => [...exportedJourneys(side).values()])) {
    for (const [id, reference] of Object.entries(referencesOf(journey))) add(titles, id, reference, "displayName");
    for (const page of Object.keys(sectionOf(journey, "body"))) {
      for (const [id, child] of Object.entries(pageChildren(journey, page))) add(titles, id, child, "displayName");
    }
    for (const [id, script] of Object.entries(sectionOf(journey, "script"))) add(titles, id, script, "name");
  }
  const count = new Map<string, number>();
  for (const title of titles.values()) count.set(title, (count.get(title) ?? 0) + 1);
  return new Map([...titles].map(([id, title]) => [id, (count.get(title) ?? 0) > 1 ? `${title} (${id})` : title]));
}

function add(titles: Map<string, string>, id: string, named: Json, key: string): void {
  const title = isJsonObject(named) ? textMember(named, key) : undefined;
  if (title !== undefined && title !== "" && !titles.has(id)) titles.set(id, title);
}
