import { terminalIds } from "../../model/ids.js";
import { getOwn, isJsonObject, type JsonObject } from "../../text/json.js";
import { innerBodies, listMember, objectMember, sortedEntries, textMember } from "./export-parts.js";

const nothing: JsonObject = {};

/** What names, order and shape of a node depend on, before it is read in full. */
export interface NodeOutline {
  readonly id: string;
  readonly typeId: string;
  readonly displayName: string;
  /** The entry in the tree's `nodes`, or in the page's. */
  readonly reference: JsonObject;
  /** `undefined`: no body has this id. */
  readonly body: JsonObject | undefined;
  /** The container that holds the body. */
  readonly section: string;
  readonly children: readonly NodeOutline[];
  /** The page's id, for an inner node. */
  readonly page: string | undefined;
  /** The position in the page's `nodes`. */
  readonly index: number;
}

/** The nodes of a tree and their inner nodes; each id once, so that what is doubled stays in the export's own words. */
export function outlineNodes(value: JsonObject): ReadonlyMap<string, NodeOutline> {
  const references = objectMember(objectMember(value, "tree"), "nodes");
  const bodies = objectMember(value, "nodes");
  const outlines = new Map<string, NodeOutline>();
  const taken = new Set<string>(Object.values(terminalIds));
  for (const id of Object.keys(references)) if (isJsonObject(references[id])) taken.add(id);
  for (const [id, reference] of sortedEntries(references)) {
    if (!isJsonObject(reference) || isTerminalId(id)) continue;
    const body = getOwn(bodies, id);
    const outline = outlineOf(id, reference, isJsonObject(body) ? body : undefined, "nodes", undefined, 0);
    outlines.set(id, { ...outline, children: isPage(outline) ? outlineChildren(value, outline, taken) : [] });
  }
  return outlines;
}

/** The one type that holds other nodes; the language calls it a page. */
export function isPage(node: { readonly typeId: string }): boolean {
  return node.typeId === "PageNode";
}

function isTerminalId(id: string): boolean {
  return id === terminalIds.success || id === terminalIds.failure || id === terminalIds.start;
}

function outlineChildren(value: JsonObject, page: NodeOutline, taken: Set<string>): readonly NodeOutline[] {
  const inner = innerBodies(value);
  const children: NodeOutline[] = [];
  listMember(page.body ?? nothing, "nodes").forEach((child, index) => {
    const id = isJsonObject(child) ? textMember(child, "_id") : undefined;
    if (id === undefined || !isJsonObject(child) || taken.has(id)) return;
    taken.add(id);
    const own = getOwn(inner.bodies, id);
    const outer = getOwn(objectMember(value, "nodes"), id);
    const body = isJsonObject(own) ? own : isJsonObject(outer) ? outer : undefined;
    const section = isJsonObject(own) || !isJsonObject(outer) ? inner.section : "nodes";
    children.push(outlineOf(id, child, body, section, page.id, index));
  });
  return children;
}

function outlineOf(
  id: string,
  reference: JsonObject,
  body: JsonObject | undefined,
  section: string,
  page: string | undefined,
  index: number,
): NodeOutline {
  const typeId = textMember(reference, "nodeType") ?? textMember(objectMember(body ?? nothing, "_type"), "_id") ?? "";
  const displayName = textMember(reference, "displayName") ?? "";
  return { id, typeId, displayName, reference, body, section, children: [], page, index };
}

/** The version in force: reference, page entry and body say it, in that order; early exports wrote it as a number. */
export function outlineVersion(outline: NodeOutline): string {
  const type = objectMember(outline.body ?? nothing, "_type");
  const candidates = [
    getOwn(outline.reference, "version"),
    getOwn(outline.reference, "nodeVersion"),
    getOwn(type, "version"),
  ];
  for (const candidate of candidates) {
    if (typeof candidate === "string" && candidate !== "") return candidate;
    if (typeof candidate === "number") return Number.isInteger(candidate) ? candidate.toFixed(1) : String(candidate);
  }
  return "1.0";
}
