import type { ExportOptions, JourneyNode, NodeVersionPlace } from "../../model/model.js";
import type { Json, JsonObject } from "../../text/json.js";
import type { Writable, WritableMap } from "./stable-json.js";

/** A node's body, as `nodes` and `innerNodes` hold it. */
export function nodeBody(node: JourneyNode, options: ExportOptions): WritableMap {
  const body = new Map<string, Writable>([["_id", node.id]]);
  const outcomes = outcomesOf(node, options);
  if (outcomes !== undefined) body.set("_outcomes", outcomes);
  const type = typeOf(node, options);
  if (type !== undefined) body.set("_type", type);
  if (node.children.length > 0 || node.typeId === "PageNode") {
    body.set(
      "nodes",
      node.children.map((child) => pageChild(child, options)),
    );
  }
  for (const [name, setting] of node.properties) body.set(name, setting.value);
  return body;
}

function outcomesOf(node: JourneyNode, options: ExportOptions): Json | undefined {
  const given = node.bodyOverrides.get("_outcomes");
  if (given !== undefined) return given.value;
  if (!options.outcomes || !node.outcomesKnown) return undefined;
  return node.outcomes.map(({ displayName, id }) => ({ displayName, id }));
}

function typeOf(node: JourneyNode, options: ExportOptions): Json | undefined {
  const given = node.bodyOverrides.get("_type");
  if (given !== undefined) return given.value;
  if (options.types === false) return undefined;
  if (options.types === "plain") return { _id: node.typeId, collection: false, name: node.typeId };
  const type = { _id: node.typeId, collection: true, name: node.type?.displayName ?? node.typeId };
  return hasVersion("types", options) ? { ...type, version: writtenVersion(node, options) } : type;
}

function pageChild(child: JourneyNode, options: ExportOptions): JsonObject {
  const entry = { _id: child.id, displayName: child.displayName, nodeType: child.typeId };
  return hasVersion("children", options) ? { ...entry, nodeVersion: writtenVersion(child, options) } : entry;
}

/** Whether node versions are written in a place. */
export function hasVersion(place: NodeVersionPlace, options: ExportOptions): boolean {
  return options.nodeVersions && (options.nodeVersionPlaces?.includes(place) ?? true);
}

/** A node's version as the export holds it. */
export function writtenVersion(node: JourneyNode, options: ExportOptions): Json {
  if (options.nodeVersionNumbers !== true) return node.version;
  const number = Number(node.version);
  return Number.isFinite(number) ? number : node.version;
}
