import { embeddedBodies } from "../../export-json/read/bare-tree.js";
import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { listMember, textMember } from "../../text/json-members.js";
import { prefixOfId } from "../service-prefix.js";

/*
 * The way back from what readers of folders make of an object: the prefixes and page entries of file-based configuration, settings
 * inside references, lists in place of objects.
 */

/** Brings an object to the form that another one has in its file. */
export function inFormOf(before: Json | undefined, value: JsonObject): JsonObject {
  const raw = isJsonObject(before) ? before : {};
  const prefix = prefixOfId(raw);
  const result: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    const member = getOwn(value, key) ?? null;
    if (key === "_id" && typeof member === "string") setOwn(result, key, prefix + member);
    else if (key === "nodes" && Array.isArray(member) && hasTextEntries(raw, prefix !== "")) {
      setOwn(result, key, (member as readonly Json[]).map(textOfChild));
    } else setOwn(result, key, member);
  }
  return result;
}

/** Whether the entries of a page are texts. A page without any tells nothing, but prefixed ids go with such texts. */
function hasTextEntries(raw: JsonObject, isPrefixed: boolean): boolean {
  const entries = listMember(raw, "nodes");
  return entries.length === 0 ? isPrefixed : entries.some((entry) => typeof entry === "string");
}

function textOfChild(child: Json): Json {
  if (!isJsonObject(child)) return child;
  const parts = ["_id", "nodeType", "displayName"].map((name) => textMember(child, name));
  const hasMore = Object.keys(child).length > parts.filter((part) => part !== undefined).length;
  return parts.includes(undefined) || hasMore ? child : parts.join(":");
}

/** A tree as its file has it: references in a list where they were, with the settings inside them that stood there. */
export function treeInFormOf(before: Json | undefined, tree: JsonObject): JsonObject {
  const raw = isJsonObject(before) ? before : {};
  const references = getOwn(tree, "nodes") ?? null;
  const rawNodes = getOwn(raw, "nodes") ?? null;
  if (!isJsonObject(references)) return inFormOf(raw, tree);
  const nodes: Record<string, Json> = {};
  const inList = Array.isArray(rawNodes);
  for (const id of Object.keys(references)) {
    const reference = references[id] ?? null;
    const there = inList ? entryOf(rawNodes as readonly Json[], id) : isJsonObject(rawNodes) ? rawNodes[id] : undefined;
    setOwn(nodes, id, withSettings(there, reference));
  }
  const list = inList ? Object.keys(nodes).map((id) => ({ _id: id, ...(nodes[id] as JsonObject) })) : undefined;
  return inFormOf(raw, { ...tree, nodes: list ?? nodes });
}

function withSettings(before: Json | undefined, reference: Json): Json {
  if (!isJsonObject(before) || !isJsonObject(reference)) return reference;
  const member = embeddedBodies.find((name) => isJsonObject(getOwn(before as JsonObject, name) ?? null));
  if (member === undefined || Object.hasOwn(reference, member)) return reference;
  return { ...reference, [member]: (before as JsonObject)[member] ?? null };
}

/** The entry of a list with an id. */
export function entryOf(list: readonly Json[], id: string): JsonObject | undefined {
  return list.find((entry): entry is JsonObject => isJsonObject(entry) && getOwn(entry, "_id") === id);
}
