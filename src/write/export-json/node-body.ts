import type { NodeType } from "../../catalogue/node-type.js";
import { propertiesByName } from "../../model/known-properties.js";
import type { ExportOptions, JourneyNode } from "../../model/model.js";
import type { Json, JsonObject } from "../../text/json.js";
import { hasVersion, writtenVersion } from "./node-version.js";
import { labelOf, lineBreak, SelfWriting, SharedJson, stableJson, type Writable } from "./stable-json.js";

/** What every body may have besides its node's properties. */
const ownMembers = ["_id", "_outcomes", "_type", "nodes"];

/** A node's body, as `nodes` and `innerNodes` hold it. */
export class NodeBody extends SelfWriting {
  readonly #node: JourneyNode;
  readonly #options: ExportOptions;

  constructor(node: JourneyNode, options: ExportOptions) {
    super();
    this.#node = node;
    this.#options = options;
  }

  textAt(depth: number): string {
    const line = lineBreak(depth + 1);
    const { names, labels } = membersOf(this.#node);
    let text = "{";
    let separator = line;
    for (let index = 0; index < names.length; index++) {
      const value = this.#member(names[index] as string);
      if (value === undefined) continue;
      text += separator + labels[index] + stableJson(value, depth + 1);
      separator = `,${line}`;
    }
    return `${text}${lineBreak(depth)}}`;
  }

  #member(name: string): Writable | undefined {
    const node = this.#node;
    const setting = node.properties.get(name);
    if (setting !== undefined) return setting.value;
    switch (name) {
      case "_id":
        return node.id;
      case "_outcomes":
        return outcomesOf(node, this.#options);
      case "_type":
        return typeOf(node, this.#options);
      case "nodes":
        if (node.children.length === 0 && node.typeId !== "PageNode") return undefined;
        return node.children.map((child) => pageChild(child, this.#options));
      default:
        return undefined;
    }
  }
}

/** Names of members in the order of the export, and as they stand before their values. */
interface Members {
  readonly names: readonly string[];
  readonly labels: readonly string[];
}

/** The members that a body may have: those of its type, or, where it has others, its own. */
function membersOf(node: JourneyNode): Members {
  const known = propertiesByName(node.type, node.version);
  if (known === undefined) return sortedMembers(node.properties);
  for (const name of node.properties.keys()) if (!known.has(name)) return sortedMembers(node.properties);
  let members = membersOfType.get(known);
  if (members === undefined) {
    members = sortedMembers(known);
    membersOfType.set(known, members);
  }
  return members;
}

const membersOfType = new WeakMap<object, Members>();

function sortedMembers(properties: ReadonlyMap<string, unknown>): Members {
  const names = [...new Set([...ownMembers, ...properties.keys()])].sort();
  return { names, labels: names.map(labelOf) };
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
