import type { NodeType } from "../../catalogue/node-type.js";
import type { ExportOptions, JourneyNode, NodeVersionPlace } from "../../model/model.js";
import type { Json, JsonObject } from "../../text/json.js";
import { SharedJson, type Writable, type WritableMap } from "./stable-json.js";

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

/** What the last node of a type had: the next one nearly always has the same. */
interface LastWritten {
  outcomes?: { readonly of: JourneyNode["outcomes"]; readonly json: SharedJson };
  type?: { readonly id: string; readonly version: Json | undefined; readonly json: SharedJson };
}

const lastWritten = new WeakMap<NodeType, LastWritten>();

function lastWrittenOf(type: NodeType): LastWritten {
  let last = lastWritten.get(type);
  if (last === undefined) {
    last = {};
    lastWritten.set(type, last);
  }
  return last;
}

function outcomesOf(node: JourneyNode, options: ExportOptions): Json | SharedJson | undefined {
  const given = node.bodyOverrides.get("_outcomes");
  if (given !== undefined) return given.value;
  if (!options.outcomes || !node.outcomesKnown) return undefined;
  const last = node.type && lastWrittenOf(node.type);
  // Types whose outcomes no setting changes give all their nodes one list.
  if (last?.outcomes !== undefined && last.outcomes.of === node.outcomes) return last.outcomes.json;
  const json = new SharedJson(node.outcomes.map(({ displayName, id }) => ({ displayName, id })));
  if (last !== undefined) last.outcomes = { of: node.outcomes, json };
  return json;
}

function typeOf(node: JourneyNode, options: ExportOptions): Json | SharedJson | undefined {
  const given = node.bodyOverrides.get("_type");
  if (given !== undefined) return given.value;
  if (options.types === false) return undefined;
  if (options.types === "plain") return { _id: node.typeId, collection: false, name: node.typeId };
  const version = hasVersion("types", options) ? writtenVersion(node, options) : undefined;
  const last = node.type && lastWrittenOf(node.type);
  if (last?.type !== undefined && last.type.id === node.typeId && last.type.version === version) return last.type.json;
  const type = { _id: node.typeId, collection: true, name: node.type?.displayName ?? node.typeId };
  const json = new SharedJson(version === undefined ? type : { ...type, version });
  if (last !== undefined) last.type = { id: node.typeId, version, json };
  return json;
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
