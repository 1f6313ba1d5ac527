import { terminalIds } from "../../model/ids.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import type { RawBlock, Value } from "../../syntax/ast.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { emptyRange } from "../../text/range.js";
import { valueToSyntax } from "./value-to-syntax.js";

/** Writes a journey's patch with names in place of ids, in just the places where `src/model/bind-raw.ts` puts ids for names. */
export function rawToSyntax(raw: JsonObject, journey: Journey): RawBlock {
  const paths = nodePaths(journey.nodes);
  const value = valueToSyntax(withNames(raw, paths), { realm: "" });
  return { kind: "raw", value: isObjectValue(value) ? value : undefined, range: emptyRange };
}

function isObjectValue(value: Value): value is Extract<Value, { readonly kind: "object" }> {
  return value.kind === "object";
}

/** `Node`, or `Page.Node`, by id. */
function nodePaths(nodes: readonly JourneyNode[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const node of nodes) {
    paths.set(node.id, node.name);
    for (const child of node.children) paths.set(child.id, `${node.name}.${child.name}`);
  }
  return paths;
}

type Paths = ReadonlyMap<string, string>;

function withNames(raw: JsonObject, paths: Paths): JsonObject {
  return mapMembers(raw, (key, value) => {
    if (key === "nodes" || key === "innerNodes") {
      return [key, mapMembers(value, (id, body) => [paths.get(id) ?? id, withChildNames(body, paths)])];
    }
    return [key, key === "tree" ? withNamesInTree(value, paths) : value];
  }) as JsonObject;
}

function withNamesInTree(tree: Json, paths: Paths): Json {
  return mapMembers(tree, (key, value) => {
    switch (key) {
      case "nodes":
        return [key, mapMembers(value, (id, reference) => [paths.get(id) ?? id, withTargetNames(reference, paths)])];
      case "staticNodes":
        return [key, mapMembers(value, (id, position) => [terminalName(id) ?? id, position])];
      case "entryNodeId":
        return [key, targetName(value, paths)];
      default:
        return [key, value];
    }
  });
}

function withTargetNames(reference: Json, paths: Paths): Json {
  return mapMembers(reference, (key, value) =>
    key === "connections"
      ? [key, mapMembers(value, (outcome, target) => [outcome, targetName(target, paths)])]
      : [key, value],
  );
}

function withChildNames(body: Json, paths: Paths): Json {
  return mapMembers(body, (key, value) => {
    if (key !== "nodes" || !Array.isArray(value)) return [key, value];
    const name = (member: string, id: Json): readonly [string, Json] => [
      member,
      member === "_id" && typeof id === "string" ? (paths.get(id) ?? id) : id,
    ];
    return [key, value.map((child: Json) => mapMembers(child, name))];
  });
}

function targetName(value: Json, paths: Paths): Json {
  if (value === terminalIds.success) return "success";
  if (value === terminalIds.failure) return "failure";
  return typeof value === "string" ? (paths.get(value) ?? value) : value;
}

function terminalName(id: string): string | undefined {
  if (id === terminalIds.start) return "start";
  if (id === terminalIds.success) return "success";
  return id === terminalIds.failure ? "failure" : undefined;
}

function mapMembers(value: Json, change: (key: string, value: Json) => readonly [string, Json]): Json {
  if (!isJsonObject(value)) return value;
  const result = {};
  for (const key of Object.keys(value)) {
    const [newKey, newValue] = change(key, value[key] ?? null);
    setOwn(result, newKey, newValue);
  }
  return result;
}
