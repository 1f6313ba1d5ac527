import { holdsBodies, sections } from "../../export-json/sections.js";
import { terminalIds } from "../../model/ids.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import type { ObjectEntry, ObjectValue, RawBlock, Value } from "../../syntax/ast.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { childPointer } from "../../text/json-pointer.js";
import { emptyRange } from "../../text/range.js";
import { makeQuotedName } from "./make-syntax.js";
import { valueToSyntax } from "./value-to-syntax.js";

/**
 * Writes a journey's patch with names instead of ids, in exactly the places where `src/model/bind-raw.ts` replaces
 * names by ids.
 */
export function rawToSyntax(raw: JsonObject, journey: Journey): RawBlock {
  const names = new RawNames(journey.nodes);
  const value = valueToSyntax(names.inPatch(raw), { realm: "" });
  return { kind: "raw", value: value.kind === "object" ? names.quoteIds(value) : undefined, range: emptyRange };
}

/** Replaces the ids of a patch by names. */
class RawNames {
  /** The paths `Node` and `Page.Node`, by id. */
  readonly #paths = new Map<string, string>();
  readonly #names: ReadonlySet<string>;
  /**
   * Members that contain a text that would wrongly be read as a name, for instance a static node called "success". They
   * are written as assignments by JSON pointer, in which nothing is replaced.
   */
  readonly #literals: Record<string, Json> = {};

  constructor(nodes: readonly JourneyNode[]) {
    for (const node of nodes) {
      this.#paths.set(node.id, node.name);
      for (const child of node.children) this.#paths.set(child.id, `${node.name}.${child.name}`);
    }
    this.#names = new Set(this.#paths.values());
  }

  inPatch(raw: JsonObject): JsonObject {
    const patch = mapMembers(raw, (key, value) => {
      const pointer = childPointer("", key);
      if (holdsBodies(key)) {
        return [key, this.#inContainer(value, pointer, (body, below) => this.#inBody(body, below))];
      }
      return [key, key === sections.tree.name ? this.#inTree(value, pointer) : value];
    }) as JsonObject;
    return { ...patch, ...this.#literals };
  }

  /** Quotes the keys that are ids: an unquoted word in the place of a node must be the name of a node. */
  quoteIds(patch: ObjectValue): ObjectValue {
    return mapEntries(patch, (key, value) => {
      if (holdsBodies(key)) return this.#quoteKeys(value);
      if (key !== sections.tree.name) return value;
      return mapEntries(value, (member, nodes) => (member === "nodes" ? this.#quoteKeys(nodes) : nodes));
    }) as ObjectValue;
  }

  #quoteKeys(value: Value): Value {
    if (value.kind !== "object") return value;
    const entries = value.entries.map(
      (entry): ObjectEntry =>
        this.#names.has(entry.key.text) ? entry : { ...entry, key: makeQuotedName(entry.key.text) },
    );
    return { ...value, entries };
  }

  #inTree(tree: Json, pointer: string): Json {
    return mapMembers(tree, (key, value) => {
      const below = childPointer(pointer, key);
      switch (key) {
        case "nodes":
          return [key, this.#inContainer(value, below, (reference, place) => this.#inReference(reference, place))];
        case "staticNodes":
          return [
            key,
            mapMembers(value, (id, position) => {
              const name = terminalNames.get(id);
              if (name === undefined && isTerminalName(id)) return this.#literal(childPointer(below, id), position);
              return [name ?? id, position];
            }),
          ];
        case "entryNodeId":
          return this.#isTaken(value) ? this.#literal(below, value) : [key, this.#target(value)];
        default:
          return [key, value];
      }
    });
  }

  #inContainer(value: Json, pointer: string, change: (member: Json, pointer: string) => Json): Json {
    return mapMembers(value, (id, member) => {
      const below = childPointer(pointer, id);
      const name = this.#paths.get(id);
      if (name === undefined && this.#names.has(id)) return this.#literal(below, member);
      return [name ?? id, change(member, below)];
    });
  }

  #inReference(reference: Json, pointer: string): Json {
    return mapMembers(reference, (key, value) => {
      if (key !== "connections") return [key, value];
      const connections = childPointer(pointer, key);
      return [
        key,
        mapMembers(value, (outcome, target) =>
          this.#isTaken(target)
            ? this.#literal(childPointer(connections, outcome), target)
            : [outcome, this.#target(target)],
        ),
      ];
    });
  }

  #inBody(body: Json, pointer: string): Json {
    return mapMembers(body, (key, value) => {
      if (key !== "nodes" || !Array.isArray(value)) return [key, value];
      const ids = value.map((child: Json) => (isJsonObject(child) ? (child._id ?? null) : null));
      if (ids.some((id) => typeof id === "string" && !this.#paths.has(id) && this.#names.has(id))) {
        return this.#literal(childPointer(pointer, key), value);
      }
      const name = (member: string, id: Json): Member => [
        member,
        member === "_id" && typeof id === "string" ? (this.#paths.get(id) ?? id) : id,
      ];
      return [key, value.map((child: Json) => mapMembers(child, name))];
    });
  }

  #target(value: Json): Json {
    if (typeof value !== "string") return value;
    return this.#paths.get(value) ?? endName(value) ?? value;
  }

  /** Whether a target is not the id of a node but would be read as the name of one, or of an end. */
  #isTaken(value: Json): boolean {
    if (typeof value !== "string" || this.#paths.has(value)) return false;
    return this.#names.has(value) || value === "success" || value === "failure";
  }

  #literal(pointer: string, value: Json): undefined {
    setOwn(this.#literals, pointer, value);
    return undefined;
  }
}

const terminalNames: ReadonlyMap<string, string> = new Map(Object.entries(terminalIds).map(([name, id]) => [id, name]));

/** The name of an end by its id. The start has none, because nothing leads to it. */
function endName(id: string): string | undefined {
  return id === terminalIds.start ? undefined : terminalNames.get(id);
}

function isTerminalName(text: string): boolean {
  return Object.hasOwn(terminalIds, text);
}

type Member = readonly [string, Json];

/** Changes the members of an object; `undefined` removes a member. */
function mapMembers(value: Json, change: (key: string, value: Json) => Member | undefined): Json {
  if (!isJsonObject(value)) return value;
  const result = {};
  for (const key of Object.keys(value)) {
    const member = change(key, value[key] ?? null);
    if (member !== undefined) setOwn(result, ...member);
  }
  return result;
}

function mapEntries(value: Value, change: (key: string, value: Value) => Value): Value {
  if (value.kind !== "object") return value;
  const entries = value.entries.map((entry) =>
    entry.value === undefined ? entry : { ...entry, value: change(entry.key.text, entry.value) },
  );
  return { ...value, entries };
}
