import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { listMember, objectMember, textMember } from "../../text/json-members.js";
import { isGlobalScript, prefixOfId } from "../service-prefix.js";

/**
 * An entity of Amster or of AM's file-based configuration. In the file, `metadata` holds its type and realm, and `data`
 * the object itself.
 */
export interface Entity {
  readonly type: string;
  /** `undefined` where the file names none. */
  readonly realm: string | undefined;
  /** Whether it is there for all realms, whatever its path says. */
  readonly isGlobal: boolean;
  /** Whether `metadata` has what only Amster or file-based configuration writes. */
  readonly isSelfManaged: boolean;
  readonly data: JsonObject;
}

const marksOfSelfManaged: readonly string[] = ["amsterVersion", "sunServiceID", "uid", "objectClass"];

/**
 * Takes the object out of an entity's file. File-based configuration puts a prefix before ids and writes the entries of
 * pages as texts; both are brought to the usual form.
 */
export function unwrapEntity(value: Json): Entity | undefined {
  if (!isJsonObject(value)) return undefined;
  const metadata = objectMember(value, "metadata");
  const data = getOwn(value, "data");
  const type = textMember(metadata, "entityType");
  if (type === undefined || !isJsonObject(data)) return undefined;
  return {
    type,
    realm: textMember(metadata, "realm"),
    isGlobal: isGlobalScript(data),
    isSelfManaged: marksOfSelfManaged.some((name) => Object.hasOwn(metadata, name)),
    data: withObjectChildren(withoutPrefix(data)),
  };
}

/**
 * Whether the entity is a tree. The settings of the service that holds the trees have the same type, but neither nodes nor an entry
 * node. One of the two is enough, since a tree may be damaged.
 */
export function isTreeEntity({ type, data }: Entity): boolean {
  const isOfService = /^(?:AuthTree|authenticationTreesService)$/i.test(type);
  return isOfService && (Object.hasOwn(data, "nodes") || Object.hasOwn(data, "entryNodeId"));
}

function withoutPrefix(data: JsonObject): JsonObject {
  const prefix = prefixOfId(data);
  return prefix === "" ? data : replaced(data, "_id", (textMember(data, "_id") ?? "").slice(prefix.length));
}

/** File-based configuration writes a page's inner nodes as `id:type:display name`. */
function withObjectChildren(data: JsonObject): JsonObject {
  const children = listMember(data, "nodes");
  if (!children.some((child) => typeof child === "string")) return data;
  return replaced(data, "nodes", children.map(childOfText));
}

function childOfText(child: Json): Json {
  const parts = typeof child === "string" ? /^([^:]*):([^:]*):(.*)$/s.exec(child) : null;
  return parts ? { _id: parts[1] ?? "", nodeType: parts[2] ?? "", displayName: parts[3] ?? "" } : child;
}

function replaced(object: JsonObject, key: string, value: Json): JsonObject {
  const result: Record<string, Json> = {};
  for (const name of Object.keys(object)) setOwn(result, name, name === key ? value : object[name]);
  return result;
}
