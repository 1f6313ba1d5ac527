import { referencesOf, sectionOf } from "../../export-json/sections.js";
import { terminalIds } from "../../model/ids.js";
import { isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import type { Conflict } from "./conflict.js";
import { exportedJourneys } from "./keep-nodes-whole.js";

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** Tells conflicts by the titles of nodes and scripts, where the sides have one for an id. The id stays where several have the same title. */
export function readableConflicts(conflicts: readonly Conflict[], sides: readonly JsonObject[]): readonly Conflict[] {
  if (conflicts.length === 0) return conflicts;
  const titles = titlesOf(sides);
  const readable = (text: string) => text.replace(uuid, (id) => titles.get(id) ?? id);
  return conflicts.map(({ where, message }) => ({ where: readable(where), message: readable(message) }));
}

function titlesOf(sides: readonly JsonObject[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>([
    [terminalIds.success, "success"],
    [terminalIds.failure, "failure"],
  ]);
  for (const journey of sides.flatMap((side) => [...exportedJourneys(side).values()])) {
    for (const [id, reference] of Object.entries(referencesOf(journey)))
      add(titles, id, textOf(reference, "displayName"));
    for (const [id, script] of Object.entries(sectionOf(journey, "script"))) add(titles, id, textOf(script, "name"));
  }
  const count = new Map<string, number>();
  for (const title of titles.values()) count.set(title, (count.get(title) ?? 0) + 1);
  return new Map([...titles].map(([id, title]) => [id, (count.get(title) ?? 0) > 1 ? `${title} (${id})` : title]));
}

function add(titles: Map<string, string>, id: string, title: string | undefined): void {
  if (title !== undefined && title !== "" && !titles.has(id)) titles.set(id, title);
}

function textOf(value: Json | undefined, key: string): string | undefined {
  const text = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof text === "string" ? text : undefined;
}
