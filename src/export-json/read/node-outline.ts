import { terminalIds } from "../../model/ids.js";
import { isPage } from "../../model/pages.js";
import { versionText } from "../../model/version-text.js";
import { getOwn, isJsonObject, type JsonObject } from "../../text/json.js";
import { listMember, objectMember, textMember } from "../../text/json-members.js";
import { sortedKeys } from "../../text/sorted-json.js";
import { referencesOf, sectionName, sectionOf, sections } from "../sections.js";

const nothing: JsonObject = {};
const noChildren: readonly NodeOutline[] = [];

/** A node before it is read in full: enough to choose names, find the order, and derive outcomes. */
export interface NodeOutline {
  readonly id: string;
  readonly typeId: string;
  readonly displayName: string;
  /** The node version that counts. */
  readonly version: string;
  /** The entry in the tree's `nodes`, or in the page's. */
  readonly reference: JsonObject;
  /** `undefined`: no body has this id. */
  readonly body: JsonObject | undefined;
  /** The name of the section that contains the body. */
  readonly section: string;
  readonly children: readonly NodeOutline[];
  /** The id of the page that contains this inner node. */
  readonly page: string | undefined;
  /** The position in the `nodes` of the page. */
  readonly index: number;
}

/** Outlines the nodes of a tree and their inner nodes. Each id counts once; repeated ones are left to `raw`. */
export function outlineNodes(value: JsonObject): ReadonlyMap<string, NodeOutline> {
  const references = referencesOf(value);
  const bodies = sectionOf(value, "body");
  const outlines = new Map<string, NodeOutline>();
  const taken = new Set<string>(Object.values(terminalIds));
  for (const id of Object.keys(references)) if (isJsonObject(references[id])) taken.add(id);
  // Sorted, since the order of members means nothing in JSON.
  for (const id of sortedKeys(references)) {
    const reference = references[id];
    if (!isJsonObject(reference) || isTerminalId(id)) continue;
    const body = getOwn(bodies, id);
    const outline = outlineOf(id, reference, isJsonObject(body) ? body : undefined, sections.body.name, undefined, 0);
    outlines.set(id, isPage(outline) ? { ...outline, children: outlineChildren(value, outline, taken) } : outline);
  }
  return outlines;
}

function isTerminalId(id: string): boolean {
  return id === terminalIds.success || id === terminalIds.failure || id === terminalIds.start;
}

function outlineChildren(value: JsonObject, page: NodeOutline, taken: Set<string>): readonly NodeOutline[] {
  const bodies = sectionOf(value, "body");
  const innerBodies = sectionOf(value, "innerBody");
  const children: NodeOutline[] = [];
  listMember(page.body ?? nothing, "nodes").forEach((child, index) => {
    const id = isJsonObject(child) ? textMember(child, "_id") : undefined;
    if (id === undefined || !isJsonObject(child) || taken.has(id)) return;
    taken.add(id);
    const own = getOwn(innerBodies, id);
    const outer = getOwn(bodies, id);
    const body = isJsonObject(own) ? own : isJsonObject(outer) ? outer : undefined;
    const section = isJsonObject(own) || !isJsonObject(outer) ? sectionName(value, "innerBody") : sections.body.name;
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
  const type = objectMember(body ?? nothing, "_type");
  const typeId = textMember(reference, "nodeType") ?? textMember(type, "_id") ?? "";
  const displayName = textMember(reference, "displayName") ?? "";
  const version = versionIn(reference, type);
  return { id, typeId, displayName, version, reference, body, section, children: noChildren, page, index };
}

/** The version in the reference, else in the page's entry, else in the body. */
function versionIn(reference: JsonObject, type: JsonObject): string {
  return (
    versionText(getOwn(reference, "version")) ??
    versionText(getOwn(reference, "nodeVersion")) ??
    versionText(getOwn(type, "version")) ??
    "1.0"
  );
}
