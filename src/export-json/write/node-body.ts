import type { NodeType } from "../../catalogue/node-type.js";
import { propertiesByName } from "../../model/known-properties.js";
import type { ExportOptions, JourneyNode } from "../../model/model.js";
import { isPage } from "../../model/pages.js";
import type { Json, JsonObject } from "../../text/json.js";
import { ObjectForm, SelfWriting, SharedJson, stableJson, type Writable } from "../../text/stable-json.js";
import { hasVersion, writtenVersion } from "../node-version.js";

/** Members that a body may have besides the properties of its node. */
const ownMembers = ["_id", "_outcomes", "_type", "nodes"];

/** The body of a node or an inner node. */
export class NodeBody extends SelfWriting {
  readonly #node: JourneyNode;
  readonly #options: ExportOptions;

  constructor(node: JourneyNode, options: ExportOptions) {
    super();
    this.#node = node;
    this.#options = options;
  }

  textAt(depth: number): string {
    const { type, version, properties } = this.#node;
    const form = formOfType(type, version);
    return (form && this.#textIn(form, depth)) ?? this.#textIn(formOf(properties), depth) ?? "{}";
  }

  /** The body's text in a form; `undefined` where the node has properties that the form lacks. */
  #textIn(form: ObjectForm, depth: number): string | undefined {
    const { properties } = this.#node;
    const texts: (string | undefined)[] = [];
    let written = 0;
    for (const name of form.names) {
      const setting = properties.get(name);
      if (setting !== undefined) written++;
      const value = setting === undefined ? this.#own(name) : setting.value;
      texts.push(value === undefined ? undefined : stableJson(value, depth + 1));
    }
    return written === properties.size ? form.textOf(texts, depth) : undefined;
  }

  #own(name: string): Writable | undefined {
    const node = this.#node;
    switch (name) {
      case "_id":
        return node.id;
      case "_outcomes":
        return outcomesOf(node, this.#options);
      case "_type":
        return typeOf(node, this.#options);
      case "nodes":
        if (node.children.length === 0 && !isPage(node)) return undefined;
        return node.children.map((child) => pageChild(child, this.#options));
      default:
        return undefined;
    }
  }
}

const formsOfTypes = new WeakMap<object, ObjectForm>();

/** The form of a type's bodies; `undefined` where the properties of the type are not known. */
function formOfType(type: NodeType | undefined, version: string): ObjectForm | undefined {
  const known = propertiesByName(type, version);
  if (known === undefined) return undefined;
  let form = formsOfTypes.get(known);
  if (form === undefined) {
    form = formOf(known);
    formsOfTypes.set(known, form);
  }
  return form;
}

function formOf(properties: ReadonlyMap<string, unknown>): ObjectForm {
  return new ObjectForm([...new Set([...ownMembers, ...properties.keys()])].sort());
}

/**
 * The outcomes and the `_type` of the last written node of a type. The next node of the type nearly always has the
 * same.
 */
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
  // All nodes of a type share one list of outcomes, unless settings change them.
  if (last?.outcomes !== undefined && last.outcomes.of === node.outcomes) return last.outcomes.json;
  const json = new SharedJson(node.outcomes.map(({ displayName, id }) => ({ displayName, id })));
  if (last !== undefined) last.outcomes = { of: node.outcomes, json };
  return json;
}

function typeOf(node: JourneyNode, options: ExportOptions): Json | SharedJson | undefined {
  const given = node.bodyOverrides.get("_type");
  if (given !== undefined) return given.value;
  if (options.types === false) return undefined;
  if (options.types === "ids") return { _id: node.typeId };
  if (options.types === "plain") return { _id: node.typeId, collection: false, name: node.typeId };
  const version = hasVersion("types", options) ? writtenVersion(node.version, options) : undefined;
  const last = node.type && lastWrittenOf(node.type);
  if (last?.type !== undefined && last.type.id === node.typeId && last.type.version === version) return last.type.json;
  const type = { _id: node.typeId, collection: true, name: node.type?.displayName ?? node.typeId };
  const json = new SharedJson(version === undefined ? type : { ...type, version });
  if (last !== undefined) last.type = { id: node.typeId, version, json };
  return json;
}

function pageChild(child: JourneyNode, options: ExportOptions): JsonObject {
  const entry = { _id: child.id, displayName: child.displayName, nodeType: child.typeId };
  return hasVersion("children", options) ? { ...entry, nodeVersion: writtenVersion(child.version, options) } : entry;
}
