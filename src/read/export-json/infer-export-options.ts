import { terminalIds } from "../../model/ids.js";
import type { ExportOptions, NodeVersionPlace } from "../../model/model.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { coordinatesOf, innerBodies, listMember, objectMember } from "./export-parts.js";
import { decodeScript } from "./script-text.js";

/** Reads off an export how it is written, as far as that holds for the whole journey. */
export function inferExportOptions(value: JsonObject): ExportOptions {
  const tree = objectMember(value, "tree");
  const references = Object.values(objectMember(tree, "nodes")).filter(isJsonObject);
  const bodies = [...Object.values(objectMember(value, "nodes")), ...Object.values(innerBodies(value).bodies)].filter(
    isJsonObject,
  );
  const coordinates = hasCoordinates(tree, references);
  const staticNodes = staticNodesForm(tree);
  return {
    ...versionOptions(references, bodies),
    ...(bodies.length === 0 && (references.length > 0 || !hasBodyMembers(value)) ? { bodies: false } : {}),
    outcomes: bodies.length === 0 || bodies.some((body) => Object.hasOwn(body, "_outcomes")),
    coordinates,
    defaults: true,
    scriptEncoding: scriptEncoding(objectMember(value, "scripts")),
    ...typeOption(bodies),
    ...(staticNodes === coordinates ? {} : { staticNodes }),
    ...(Object.hasOwn(tree, "_id") ? {} : { treeId: false }),
    ...(Object.hasOwn(value, "variable") ? { variables: true } : {}),
    ...(Object.hasOwn(tree, "uiConfig") ? {} : { uiConfig: false }),
  };
}

function hasBodyMembers(value: JsonObject): boolean {
  return ["nodes", "innerNodes", "innernodes"].some((member) => Object.hasOwn(value, member));
}

function versionOptions(
  references: readonly JsonObject[],
  bodies: readonly JsonObject[],
): Pick<ExportOptions, "nodeVersions" | "nodeVersionPlaces" | "nodeVersionNumbers"> {
  const children = bodies.flatMap((body) => listMember(body, "nodes")).filter(isJsonObject);
  const types = bodies.map((body) => getOwn(body, "_type") ?? null).filter(isJsonObject);
  const present: [NodeVersionPlace, number, number][] = [
    ["references", count(references, "version"), references.length],
    ["types", count(types, "version"), types.length],
    ["children", count(children, "nodeVersion"), children.length],
  ];
  const all = present.reduce((sum, [, , total]) => sum + total, 0);
  if (all > 0 && present.every(([, having]) => having === 0)) return { nodeVersions: false };
  const places = present.filter(([, having, total]) => having * 2 >= total).map(([place]) => place);
  const given = [
    ...versionsIn(references, "version"),
    ...versionsIn(types, "version"),
    ...versionsIn(children, "nodeVersion"),
  ];
  return {
    nodeVersions: true,
    ...(places.length === present.length ? {} : { nodeVersionPlaces: places }),
    ...(given.length > 0 && given.every((version) => typeof version === "number") ? { nodeVersionNumbers: true } : {}),
  };
}

function versionsIn(objects: readonly JsonObject[], key: string): readonly Json[] {
  return objects.flatMap((object) => getOwn(object, key) ?? []);
}

function count(objects: readonly JsonObject[], key: string): number {
  return objects.filter((object) => Object.hasOwn(object, key)).length;
}

function hasCoordinates(tree: JsonObject, references: readonly JsonObject[]): boolean {
  if (references.length > 0) return references.some((reference) => Object.hasOwn(reference, "x"));
  return staticNodesForm(tree) !== false;
}

function staticNodesForm(tree: JsonObject): boolean | "empty" | "given" {
  const given = getOwn(tree, "staticNodes");
  if (!isJsonObject(given)) return false;
  const terminals = Object.values(terminalIds).map((id) => getOwn(given, id));
  const placed = terminals.filter((place) => isJsonObject(place) && coordinatesOf(place) !== undefined);
  if (placed.length === terminals.length) return true;
  return placed.length === 0 && terminals.every(isJsonObject) ? "empty" : "given";
}

function typeOption(bodies: readonly JsonObject[]): Pick<ExportOptions, "types"> {
  if (bodies.length === 0) return {};
  const types = bodies.map((body) => getOwn(body, "_type")).filter((type) => type !== undefined);
  if (types.length === 0) return { types: false };
  return types.every(isPlainType) ? { types: "plain" } : {};
}

/** File-based configuration has no display names: `name` repeats the id. */
function isPlainType(type: Json): boolean {
  return (
    isJsonObject(type) && getOwn(type, "collection") === false && getOwn(type, "name") === (getOwn(type, "_id") ?? null)
  );
}

function scriptEncoding(scripts: JsonObject): ExportOptions["scriptEncoding"] {
  const counts = { json: 0, base64: 0, lines: 0 };
  for (const script of Object.values(scripts)) {
    const decoded = isJsonObject(script) ? decodeScript(getOwn(script, "script") ?? null) : undefined;
    if (decoded && decoded.encoding !== "plain") counts[decoded.encoding]++;
  }
  if (counts.lines > counts.json && counts.lines >= counts.base64) return "lines";
  return counts.base64 > counts.json ? "base64" : "json";
}
