import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { childPointer } from "../text/json-pointer.js";
import { designerType, isDesignerDefinition } from "./designer-type.js";
import { externType } from "./extern-type.js";
import type { NodeType } from "./node-type.js";
import { nodeTypeShape } from "./node-type-shape.js";
import type { TypeProblem } from "./type-problem.js";

/** The types that a file describes; those that could not be read are missing and have problems. */
export interface NodeTypesFile {
  readonly types: readonly NodeType[];
  readonly problems: readonly TypeProblem[];
}

/**
 * Reads node types from JSON that the host has loaded (configuration `nodeTypes`): one description or many, in a list or
 * by key, also under a member `nodeTypes` as in exports. A description is a file of the catalogue (it has `versions`), a
 * Node Designer definition (`serviceName`), or what `extern node` says, with `id` and the platform's schema in `schema`.
 */
export function readNodeTypes(content: Json): NodeTypesFile {
  const problems: TypeProblem[] = [];
  const types: NodeType[] = [];
  for (const [pointer, description] of descriptionsIn(content)) {
    const read = readDescription(description);
    if (read.type) types.push(read.type);
    for (const problem of read.problems) problems.push({ ...problem, pointer: pointer + problem.pointer });
  }
  return { types, problems };
}

function descriptionsIn(content: Json): readonly (readonly [string, Json])[] {
  if (isJsonObject(content)) {
    if (isDescription(content)) return [["", content]];
    const inside = getOwn(content, "nodeTypes");
    return inside === undefined ? entriesOf(content, "") : entriesOf(inside, "/nodeTypes");
  }
  return entriesOf(content, "");
}

function entriesOf(collection: Json, pointer: string): readonly (readonly [string, Json])[] {
  if (Array.isArray(collection)) return collection.map((entry: Json, index) => [childPointer(pointer, index), entry]);
  if (!isJsonObject(collection)) return [[pointer, collection]];
  return Object.entries(collection).map(([key, entry]) => [childPointer(pointer, key), entry]);
}

function isDescription(value: JsonObject): boolean {
  return isDesignerDefinition(value) || typeof getOwn(value, "id") === "string";
}

interface Read {
  readonly type: NodeType | undefined;
  readonly problems: readonly TypeProblem[];
}

function readDescription(description: Json): Read {
  if (isDesignerDefinition(description)) return { type: designerType(description), problems: [] };
  const id = isJsonObject(description) ? getOwn(description, "id") : undefined;
  if (!isJsonObject(description) || typeof id !== "string") {
    const problem = 'must be an object with "id" or "serviceName"';
    return { type: undefined, problems: [{ typeId: "", pointer: "", problem }] };
  }
  if (Object.hasOwn(description, "versions")) return readCatalogueType(id, description);
  const members = new Map(Object.entries(description).filter(([name]) => name !== "id"));
  return externType(id, members, getOwn(description, "schema"));
}

/** Reads a description in the shape of the catalogue's own files. */
export function readCatalogueType(id: string, description: JsonObject): Read {
  const problems: TypeProblem[] = [];
  nodeTypeShape(description, "", (pointer, problem) => problems.push({ typeId: id, pointer, problem }));
  if (problems.length > 0) return { type: undefined, problems };
  const type = description as unknown as NodeType;
  if (Object.hasOwn(type.versions, type.defaultVersion)) return { type, problems };
  const problem = `names version ${type.defaultVersion}, which "versions" lacks`;
  return { type: undefined, problems: [{ typeId: id, pointer: "/defaultVersion", problem }] };
}
