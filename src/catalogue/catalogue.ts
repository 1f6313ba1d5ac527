import { catalogueStore } from "./current-store.js";
import type { NodeType, NodeVersion } from "./node-type.js";

const suffix = "Node";
/** By their ids, and by the names that they have been looked up by. */
const loaded = new Map<string, NodeType>();
let knownIds: ReadonlySet<string> | undefined;

/** All type ids of the catalogue, sorted by code unit. */
export function typeIds(): readonly string[] {
  return catalogueStore().ids;
}

/**
 * Finds a type by its platform id or by its short form, `ScriptedDecision` for `ScriptedDecisionNode`. Reads the data of
 * that type only, once; the same name always gives the same object.
 */
export function lookUpType(name: string): NodeType | undefined {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const id = resolveTypeId(name);
  if (id === undefined) return undefined;
  const type = loaded.get(id) ?? catalogueStore().loadType(id);
  loaded.set(id, type).set(name, type);
  return type;
}

/** The platform id that a name stands for, without reading the type's data. */
function resolveTypeId(name: string): string | undefined {
  const ids = allIds();
  if (ids.has(name)) return name;
  const long = name + suffix;
  return ids.has(long) ? long : undefined;
}

/** The name that canonical text uses: without a trailing `Node`, unless that would name another type or nothing. */
export function shortTypeName(id: string): string {
  const short = id.endsWith(suffix) ? id.slice(0, -suffix.length) : id;
  const ids = allIds();
  return short === "" || short.endsWith("-") || !ids.has(id) || ids.has(short) ? id : short;
}

/** What the catalogue knows of a version; a version that it does not list is treated as the default one. */
export function versionOf(type: NodeType, version: string): NodeVersion | undefined {
  const name = Object.hasOwn(type.versions, version) ? version : type.defaultVersion;
  return Object.hasOwn(type.versions, name) ? type.versions[name] : undefined;
}

/** Whether the type comes from the catalogue, not from a declaration under the same id. */
export function isCatalogueType(type: NodeType): boolean {
  return loaded.get(type.id) === type;
}

function allIds(): ReadonlySet<string> {
  knownIds ??= new Set(catalogueStore().ids);
  return knownIds;
}
