import { holdsBodies, roleOf, sections } from "../export-json/sections.js";
import type { ObjectEntry, ObjectValue, RawBlock, Value } from "../syntax/ast.js";
import { isEndName, isTerminalName } from "../syntax/reserved-names.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../text/json.js";
import { bindValue } from "./bind-value.js";
import { terminalIds } from "./ids.js";
import type { NodeTable } from "./node-table.js";
import { noteUnknownNode } from "./resolve-reference.js";
import { type JourneyScope, placeIn } from "./scope.js";

/**
 * Binds the `raw` blocks of a journey to one JSON merge patch, with ids in place of node names. Names are replaced in these places
 * and nowhere else: the keys of `nodes`, `innerNodes`, `tree.nodes` and `tree.staticNodes`; the values of
 * `tree.entryNodeId` and of a reference's `connections`; and `_id` in a page body's list of `nodes`.
 */
export function bindRaw(blocks: readonly RawBlock[], scope: JourneyScope): JsonObject | undefined {
  let patch: JsonObject | undefined;
  for (const block of blocks) {
    if (block.value === undefined) continue;
    reportUnknownKeys(block.value, scope);
    const { value } = bindValue(block.value, scope, "raw");
    if (isJsonObject(value)) patch = joinPatches(patch, replaceNames(value, scope.nodes));
  }
  return patch;
}

function replaceNames(raw: JsonObject, nodes: NodeTable): JsonObject {
  return mapMembers(raw, (key, value) => {
    if (holdsBodies(key)) {
      return [key, mapMembers(value, (name, body) => [idOf(name, nodes), withChildIds(body, nodes)])];
    }
    return [key, key === sections.tree.name ? replaceInTree(value, nodes) : value];
  }) as JsonObject;
}

function replaceInTree(tree: Json, nodes: NodeTable): Json {
  return mapMembers(tree, (key, value) => {
    switch (key) {
      case "nodes":
        return [key, mapMembers(value, (name, reference) => [idOf(name, nodes), withTargetIds(reference, nodes)])];
      case "staticNodes":
        return [key, mapMembers(value, (name, position) => [terminalIdOf(name), position])];
      case "entryNodeId":
        return [key, targetIdOf(value, nodes)];
      default:
        return [key, value];
    }
  });
}

function withTargetIds(reference: Json, nodes: NodeTable): Json {
  return mapMembers(reference, (key, value) => {
    if (key !== "connections") return [key, value];
    return [key, mapMembers(value, (outcome, target) => [outcome, targetIdOf(target, nodes)])];
  });
}

function withChildIds(body: Json, nodes: NodeTable): Json {
  return mapMembers(body, (key, value) => {
    if (key !== "nodes" || !Array.isArray(value)) return [key, value];
    const children = value.map((child: Json) =>
      mapMembers(child, (name, id) => [name, name === "_id" && typeof id === "string" ? idOf(id, nodes) : id]),
    );
    return [key, children];
  });
}

function mapMembers(value: Json, change: (key: string, value: Json) => readonly [string, Json]): Json {
  if (!isJsonObject(value)) return value;
  const result = {};
  for (const key of Object.keys(value)) {
    const [newKey, newValue] = change(key, value[key] as Json);
    setOwn(result, newKey, newValue);
  }
  return result;
}

/** The id of `Node` or `Page.Node`. Any other text is an id already. */
function idOf(name: string, nodes: NodeTable): string {
  const node = nodes.resolve([name]);
  if (node !== undefined) return node.id;
  const dot = name.indexOf(".");
  return (dot < 0 ? undefined : nodes.resolve([name.slice(0, dot), name.slice(dot + 1)])?.id) ?? name;
}

function targetIdOf(value: Json, nodes: NodeTable): Json {
  if (typeof value !== "string") return value;
  return isEndName(value) ? terminalIds[value] : idOf(value, nodes);
}

function terminalIdOf(name: string): string {
  return isTerminalName(name) ? terminalIds[name] : name;
}

/** Joins two patches member by member; the second one wins. */
function joinPatches(first: JsonObject | undefined, second: JsonObject): JsonObject {
  if (first === undefined) return second;
  const joined = {};
  for (const [key, value] of Object.entries(first)) setOwn(joined, key, value);
  for (const [key, value] of Object.entries(second)) {
    const before = Object.hasOwn(first, key) ? first[key] : undefined;
    const both = before !== undefined && isJsonObject(before) && isJsonObject(value);
    setOwn(joined, key, both ? joinPatches(before, value) : value);
  }
  return joined;
}

/** Reports bare words that should name a node and do not. A quoted key may be any id. */
function reportUnknownKeys(raw: ObjectValue, scope: JourneyScope): void {
  for (const entry of raw.entries) {
    const { text } = entry.key;
    if (holdsBodies(text)) reportUnknownNodes(entry, scope);
    const first = text.slice(0, Math.max(0, text.indexOf("/")));
    if (roleOf(first) !== undefined) {
      const right = JSON.stringify(`/${text}`);
      const place = placeIn(scope, entry.key.range);
      const fixes = [{ title: `Write ${right}`, edits: [{ range: entry.key.range, text: right }] }];
      const help = `A JSON pointer begins with \`/\`: write \`${right}\`.`;
      scope.reporter.report("unknown-property", place, { type: "An export", property: text }, { help, fixes });
    }
    if (text !== sections.tree.name || entry.value?.kind !== "object") continue;
    for (const member of entry.value.entries) if (member.key.text === "nodes") reportUnknownNodes(member, scope);
  }
}

function reportUnknownNodes(entry: ObjectEntry, scope: JourneyScope): void {
  for (const { key } of entriesOf(entry.value)) {
    if (key.quoted) continue;
    if (scope.nodes.byName.has(key.text)) {
      scope.nodes.use(key.text);
      continue;
    }
    const place = placeIn(scope, key.range);
    noteUnknownNode(key.text, key.text, place, scope);
  }
}

function entriesOf(value: Value | undefined): readonly ObjectEntry[] {
  return value?.kind === "object" ? value.entries : [];
}
