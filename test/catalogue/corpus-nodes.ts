import type { NodeType } from "../../src/catalogue/node-type.js";
import { readNodeTypes } from "../../src/catalogue/read-node-types.js";
import { isJsonObject, type Json, type JsonObject } from "../../src/text/json.js";
import { corpusEntries, readCorpus } from "../support/corpus.js";

/** A node's body in a real export, with what the export's other parts say of it. */
export interface CorpusNode {
  readonly file: string;
  readonly id: string;
  readonly typeId: string;
  readonly version: string;
  readonly body: JsonObject;
  /** The properties alone. */
  readonly properties: ReadonlyMap<string, Json>;
  readonly outcomes: readonly JsonObject[] | undefined;
  /** Bodies of a page's inner nodes, in order; absent where the export lacks one. */
  readonly children: readonly (CorpusNode | undefined)[];
  /** Types that the export itself defines. */
  readonly declared: ReadonlyMap<string, NodeType>;
}

/** All node bodies of the corpus, inner nodes included. */
export function readCorpusNodes(): readonly CorpusNode[] {
  return corpusEntries().flatMap(({ file }) => {
    const content = JSON.parse(readCorpus(file)) as Json;
    return journeysIn(content).flatMap((journey) => nodesOf(file, journey));
  });
}

/** A journey is whatever has a `tree` and `nodes`, however deep it lies. */
function journeysIn(value: Json): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(journeysIn);
  if (!isJsonObject(value)) return [];
  if (isJsonObject(value.tree) && "nodes" in value) return [value];
  return Object.values(value).flatMap(journeysIn);
}

function nodesOf(file: string, journey: JsonObject): readonly CorpusNode[] {
  const bodies = {
    ...objectAt(journey, "innernodes"),
    ...objectAt(journey, "innerNodes"),
    ...objectAt(journey, "nodes"),
  };
  const references = objectAt(journey.tree as JsonObject, "nodes");
  const childReferences: Record<string, Json> = {};
  for (const body of Object.values(bodies)) {
    for (const child of childrenOf(body)) childReferences[String(child._id)] = child;
  }
  const { types } = readNodeTypes(objectAt(journey, "nodeTypes"));
  const declared = new Map(types.map((type) => [type.id, type]));
  const made = new Map<string, CorpusNode>();
  const make = (id: string): CorpusNode | undefined => {
    const known = made.get(id);
    const body = bodies[id];
    if (known || !isJsonObject(body)) return known;
    const reference = objectAt({ ...childReferences, ...references }, id);
    const type = objectAt(body, "_type");
    const node: CorpusNode = {
      file,
      id,
      typeId: String(type._id ?? reference.nodeType),
      version: versionText(type.version ?? reference.version ?? reference.nodeVersion),
      body,
      properties: new Map(Object.entries(body).filter(([name]) => !name.startsWith("_"))),
      outcomes: Array.isArray(body._outcomes) ? (body._outcomes as readonly JsonObject[]) : undefined,
      children: childrenOf(body).map((child) => make(String(child._id))),
      declared,
    };
    made.set(id, node);
    return node;
  };
  for (const id of Object.keys(bodies)) make(id);
  return [...made.values()];
}

function childrenOf(body: Json | undefined): readonly JsonObject[] {
  return isJsonObject(body) && Array.isArray(body.nodes) ? body.nodes.filter(isJsonObject) : [];
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isJsonObject(value) ? value : {};
}

function versionText(version: Json | undefined): string {
  return version === undefined || version === null || version === 1 ? "1.0" : String(version);
}
