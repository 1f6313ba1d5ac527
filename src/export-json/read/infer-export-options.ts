import { terminalIds } from "../../model/ids.js";
import type { ExportOptions, NodeVersionPlace } from "../../model/model.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { listMember } from "../../text/json-members.js";
import type { DecodedScript } from "../script-text.js";
import { referencesOf, sectionName, sectionOf, sections } from "../sections.js";
import { coordinatesOf } from "./coordinates-of.js";

/** Finds out in which form an export is written, as far as that form holds for the whole journey. */
export function inferExportOptions(value: JsonObject, scripts: ReadonlyMap<string, DecodedScript>): ExportOptions {
  const tree = sectionOf(value, "tree");
  const references = objectsIn(referencesOf(value));
  const bodies = [...objectsIn(sectionOf(value, "body")), ...objectsIn(sectionOf(value, "innerBody"))];
  const coordinates = hasCoordinates(tree, references);
  const staticNodes = staticNodesForm(tree);
  return {
    ...versionOptions(references, bodies),
    ...bodiesOption(value, references, bodies),
    outcomes: bodies.length === 0 || bodies.some((body) => Object.hasOwn(body, "_outcomes")),
    coordinates,
    defaults: true,
    scriptEncoding: scriptEncoding(scripts),
    ...typeOption(bodies),
    ...(staticNodes === coordinates ? {} : { staticNodes }),
    ...(Object.hasOwn(tree, "_id") ? {} : { treeId: false }),
    ...(Object.hasOwn(value, sections.variable.name) ? { variables: true } : {}),
    ...(Object.hasOwn(tree, "uiConfig") ? {} : { uiConfig: false }),
  };
}

function objectsIn(container: JsonObject): readonly JsonObject[] {
  return Object.values(container).filter(isJsonObject);
}

function bodiesOption(
  value: JsonObject,
  references: readonly JsonObject[],
  bodies: readonly JsonObject[],
): Pick<ExportOptions, "bodies"> {
  if (bodies.length > 0) return {};
  const members = (["body", "innerBody"] as const).map((role) => getOwn(value, sectionName(value, role)));
  if (references.length === 0) return members.some((member) => member !== undefined) ? {} : { bodies: false };
  const [body = null] = members;
  return { bodies: isJsonObject(body) && Object.keys(body).length === 0 ? "empty" : false };
}

function versionOptions(
  references: readonly JsonObject[],
  bodies: readonly JsonObject[],
): Pick<ExportOptions, "nodeVersions" | "nodeVersionPlaces" | "nodeVersionNumbers"> {
  const inReferences = new VersionCount();
  const inTypes = new VersionCount();
  const inChildren = new VersionCount();
  for (const reference of references) inReferences.add(reference, "version");
  for (const body of bodies) {
    const type = getOwn(body, "_type");
    if (isJsonObject(type) && !isBareType(type)) inTypes.add(type, "version");
    for (const child of listMember(body, "nodes")) if (isJsonObject(child)) inChildren.add(child, "nodeVersion");
  }
  const counts = [inReferences, inTypes, inChildren];
  if (counts.some(({ total }) => total > 0) && counts.every(({ having }) => having === 0))
    return { nodeVersions: false };
  const places: NodeVersionPlace[] = [];
  if (inReferences.isUsual) places.push("references");
  if (inTypes.isUsual) places.push("types");
  if (inChildren.isUsual) places.push("children");
  const areNumbers = counts.some(({ numbers }) => numbers > 0) && counts.every(({ others }) => others === 0);
  return {
    nodeVersions: true,
    ...(places.length === counts.length ? {} : { nodeVersionPlaces: places }),
    ...(areNumbers ? { nodeVersionNumbers: true } : {}),
  };
}

/** Counts the objects that may have a version, those that have one, and the forms in which they do. */
class VersionCount {
  total = 0;
  having = 0;
  numbers = 0;
  others = 0;

  add(object: JsonObject, key: string): void {
    this.total++;
    const version = getOwn(object, key);
    if (version === undefined) return;
    this.having++;
    if (typeof version === "number") this.numbers++;
    else if (version !== null) this.others++;
  }

  get isUsual(): boolean {
    return this.having * 2 >= this.total;
  }
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
  if (types.filter(isBareType).length * 2 > types.length) return { types: "ids" };
  return types.every(isPlainType) ? { types: "plain" } : {};
}

/** Some tools keep nothing but the id. */
function isBareType(type: Json): boolean {
  return isJsonObject(type) && Object.keys(type).length === 1 && Object.hasOwn(type, "_id");
}

/** File-based configuration has no display names: `name` repeats the id. */
function isPlainType(type: Json): boolean {
  return (
    isJsonObject(type) && getOwn(type, "collection") === false && getOwn(type, "name") === (getOwn(type, "_id") ?? null)
  );
}

function scriptEncoding(scripts: ReadonlyMap<string, DecodedScript>): ExportOptions["scriptEncoding"] {
  const counts = { json: 0, base64: 0, lines: 0 };
  for (const { encoding } of scripts.values()) if (encoding !== "plain") counts[encoding]++;
  if (counts.lines > counts.json && counts.lines >= counts.base64) return "lines";
  return counts.base64 > counts.json ? "base64" : "json";
}
