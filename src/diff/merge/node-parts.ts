import { type SectionRole, sectionName, sectionOf } from "../../export-json/sections.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { listMember, textMember } from "../../text/json-members.js";

/** Three versions of an export, or of a journey in it. */
export interface ExportSides {
  readonly base: JsonObject;
  readonly ours: JsonObject;
  readonly theirs: JsonObject;
}

/** Where a part of a node stands in an export. */
export interface Part {
  readonly role: Exclude<SectionRole, "tree">;
  readonly id: string;
}

/** The settings of a node, of its inner nodes, and the scripts that they name. */
export function partsOf(exported: JsonObject, id: string): readonly Part[] {
  const inner = Object.keys(pageChildren(exported, id)).map((child): Part => ({ role: "innerBody", id: child }));
  return withScripts(exported, [{ role: "body", id }, ...inner]);
}

/** The settings of an inner node, and the scripts that they name. */
export function partsOfChild(exported: JsonObject, id: string): readonly Part[] {
  return withScripts(exported, [{ role: "innerBody", id }]);
}

function withScripts(exported: JsonObject, bodies: readonly Part[]): readonly Part[] {
  const scripts = sectionOf(exported, "script");
  const named = bodies.flatMap((part) => Object.values(partValue(exported, part) ?? {}));
  return [
    ...bodies,
    ...named.flatMap((value): readonly Part[] =>
      typeof value === "string" && Object.hasOwn(scripts, value) ? [{ role: "script", id: value }] : [],
    ),
  ];
}

/** The inner nodes that a page lists, by id, in their order. */
export function pageChildren(exported: JsonObject, page: string): Readonly<Record<string, JsonObject>> {
  const body = partValue(exported, { role: "body", id: page });
  const children: Record<string, JsonObject> = {};
  for (const child of body === undefined ? [] : listMember(body, "nodes")) {
    const id = isJsonObject(child) ? textMember(child, "_id") : undefined;
    if (id !== undefined) setOwn(children, id, child as JsonObject);
  }
  return children;
}

export function partValue(exported: JsonObject, { role, id }: Part): JsonObject | undefined {
  const section = sectionOf(exported, role);
  const value = Object.hasOwn(section, id) ? section[id] : undefined;
  return isJsonObject(value) ? value : undefined;
}

/** What is worth a conflict about something that is listed or referred to, and about its parts. */
export function contentOf(
  exported: JsonObject,
  reference: Json | undefined,
  parts: readonly Part[],
  ignored: readonly string[],
): Json {
  const content = parts.map((part) => [part.role, part.id, without(partValue(exported, part), records)]);
  return [without(isJsonObject(reference) ? reference : undefined, [...records, ...ignored]), content as Json];
}

const records: readonly string[] = ["_rev", "lastModifiedDate", "lastModifiedBy"];

function without(value: JsonObject | undefined, keys: readonly string[]): Json {
  if (value === undefined) return null;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** Gives a side those parts of the base that the side does not have. */
export function restoreParts(base: JsonObject, side: JsonObject, parts: readonly Part[]): void {
  for (const part of parts) {
    const value = partValue(base, part);
    if (value === undefined || partValue(side, part) !== undefined) continue;
    const name = sectionName(side, part.role);
    const section = { ...sectionOf(side, part.role) };
    setOwn(section, part.id, value);
    (side as Record<string, Json>)[name] = section;
  }
}

/** Gives a side the base's version of the settings that it has, so that their removal is no conflict. */
export function resetParts(base: JsonObject, side: JsonObject, parts: readonly Part[]): void {
  for (const part of parts) {
    const value = partValue(base, part);
    if (part.role === "script" || value === undefined || partValue(side, part) === undefined) continue;
    setOwn(sectionOf(side, part.role) as Record<string, Json>, part.id, value);
  }
}
