import { nodeTypesOf } from "../../export-json/read/node-types-of.js";
import { roleOf, sections } from "../../export-json/sections.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { textMember } from "../../text/json-members.js";
import { isSameJson } from "../../text/merge-patch.js";
import { treeInFormOf } from "./part-form.js";

/**
 * An export in the form that another one has in its file: sections that were lists stay lists, one list of all nodes stays one, and
 * sections that the file lacks and that are empty do not come.
 */
export function exportInFormOf(before: JsonObject, value: JsonObject): JsonObject {
  const result: Record<string, Json> = {};
  for (const key of Object.keys(before)) if (roleOf(olderOrSame(key)) === undefined) setOwn(result, key, before[key]);
  const names = [...new Set([...Object.keys(before).map(olderOrSame), ...Object.keys(value)])];
  for (const name of names) {
    const written = nameIn(before, name);
    const raw = getOwn(before, written);
    const section = getOwn(value, name);
    if (name === sections.tree.name) setOwn(result, name, treeInFormOf(raw, section as JsonObject));
    else if (Array.isArray(raw) && isJsonObject(section)) {
      setOwn(result, written, listInFormOf(raw as readonly Json[], listed(name, before, value), nodeTypesOf(value)));
    } else if (section !== undefined && !isAlreadyListed(name, before)) {
      if (raw !== undefined || !isNothing(section)) setOwn(result, written, section);
    } else if (isNothing(raw)) setOwn(result, written, raw ?? null);
  }
  return result;
}

/** The name of today for a section of the file. */
function olderOrSame(key: string): string {
  return key === sections.innerBody.older ? sections.innerBody.name : key;
}

function nameIn(before: JsonObject, name: string): string {
  const { older } = sections.innerBody;
  const isOlder = name === sections.innerBody.name && older !== undefined && !Object.hasOwn(before, name);
  return isOlder && Object.hasOwn(before, older) ? older : name;
}

/** Whether the inner nodes stand in the list of all nodes. */
function isAlreadyListed(name: string, before: JsonObject): boolean {
  const isApart = Object.hasOwn(before, nameIn(before, sections.innerBody.name));
  return name === sections.innerBody.name && !isApart && Array.isArray(getOwn(before, sections.body.name));
}

function listed(name: string, before: JsonObject, value: JsonObject): JsonObject {
  const own = getOwn(value, name) as JsonObject;
  const inner = getOwn(value, sections.innerBody.name) ?? null;
  return name === sections.body.name && isAlreadyListed(sections.innerBody.name, before) && isJsonObject(inner)
    ? { ...own, ...inner }
    : own;
}

function isNothing(value: Json | undefined): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** The entries in the order of the list, new ones at its end. */
function listInFormOf(
  before: readonly Json[],
  section: JsonObject,
  types: ReadonlyMap<string, string>,
): readonly Json[] {
  const known = new Set(before.flatMap((entry) => (isJsonObject(entry) ? (idOf(entry) ?? []) : [])));
  const kept = [...known].filter((id) => Object.hasOwn(section, id));
  const added = Object.keys(section).filter((id) => !known.has(id));
  const sample = before.find((entry): entry is JsonObject => isJsonObject(entry) && hasSettingsApart(entry));
  return [...kept, ...added].map((id) => {
    const body = section[id] ?? null;
    if (!isJsonObject(body)) return body;
    const own = before.find((entry): entry is JsonObject => isJsonObject(entry) && idOf(entry) === id);
    return entryInFormOf(own ?? sample, id, body, types.get(id));
  });
}

function idOf(entry: JsonObject): string | undefined {
  return textMember(entry, "_id") ?? textMember(entry, "id");
}

function hasSettingsApart(entry: JsonObject): boolean {
  return isJsonObject(entry.details) || isAnswer(entry);
}

/** Whether an entry is `{ id, type, body }`. */
function isAnswer(entry: JsonObject): boolean {
  return isJsonObject(entry.body) && textMember(entry, "type") !== undefined && !Object.hasOwn(entry, "_id");
}

function entryInFormOf(
  before: JsonObject | undefined,
  id: string,
  body: JsonObject,
  typeInTree: string | undefined,
): JsonObject {
  const { _id, _type, ...settings } = body;
  const typeInBody = isJsonObject(_type) ? textMember(_type, "_id") : undefined;
  const nodeType = typeInBody ?? typeInTree;
  const isSaid = _type === undefined || (typeInBody !== undefined && isSameJson(_type, { _id: typeInBody }));
  if (before !== undefined && isAnswer(before)) {
    const given = isSaid ? settings : { _type, ...settings };
    return {
      ...(nodeType === undefined ? {} : { type: nodeType }),
      id,
      body: _id === undefined ? given : { _id, ...given },
    };
  }
  const hasType = before !== undefined && Object.hasOwn(before, "nodeType");
  const beside: Record<string, Json> = { _id: id, ...(nodeType === undefined ? {} : { nodeType }) };
  if (!isJsonObject(before?.details ?? null)) {
    return hasType ? { ...beside, ...(isSaid ? {} : { _type }), ...settings } : { _id: id, ...body };
  }
  const details: Record<string, Json> = {};
  if (!isSaid) details._type = _type;
  for (const key of Object.keys(settings)) {
    const isBeside = before !== undefined && Object.hasOwn(before, key) && before._id === id;
    setOwn(isBeside ? beside : details, key, settings[key]);
  }
  return { ...beside, details };
}
