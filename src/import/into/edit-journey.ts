import { isSameTarget } from "../../model/ids.js";
import type { Connection, Journey } from "../../model/model.js";
import { readingOrder } from "../../model/reading-order.js";
import type { JourneyDeclaration } from "../../syntax/ast.js";
import type { Json } from "../../text/json.js";
import { emptyRange } from "../../text/range.js";
import { targetToSyntax } from "../../write/journey/edges-to-syntax.js";
import { type BodyEditor, journeyBody } from "./edit-body.js";
import { editResources, editScripts } from "./edit-dependencies.js";
import { editLayout } from "./edit-layout.js";
import { canonicalNode, editNode } from "./edit-node.js";
import { editProperties } from "./edit-properties.js";
import type { JourneyChange } from "./journey-change.js";
import { type AnyNode, nodesByName } from "./nodes-by-name.js";
import { printJourneyMember } from "./print-parts.js";
import type { TextEdits } from "./text-edits.js";

/** Changes the text of a journey only where the journey has changed. */
export function editJourney(change: JourneyChange, edits: TextEdits): void {
  const { written } = change;
  const body = journeyBody(written, edits);
  editSettings(change, body, edits);
  editEntry(change, body, edits);
  editNodes(change, body, edits);
  editScripts(change, edits);
  editResources(change, edits);
  addDeclarations(change, body);
  const wanted = change.wanted.members.find((member) => member.kind === "layout");
  editLayout({ written, before: change.before, after: change.after, wanted }, edits);
  body.finish();
}

function editSettings(change: JourneyChange, body: BodyEditor, edits: TextEdits): void {
  editProperties(
    {
      written: change.written.members.filter((member) => member.kind === "property"),
      before: settingsOf(change.before),
      after: settingsOf(change.after),
      wanted: change.wanted.members.filter((member) => member.kind === "property"),
      depth: 1,
      insertFirst: (lines) => body.insertFirst(lines),
    },
    edits,
  );
}

function settingsOf(journey: Journey): ReadonlyMap<string, Json> {
  const values = new Map([...journey.settings].map(([key, setting]) => [key, setting.value]));
  if (journey.categories !== undefined) values.set("categories", journey.categories.value);
  return values;
}

function editEntry({ written, before, after }: JourneyChange, body: BodyEditor, edits: TextEdits): void {
  const entry = written.members.find((member) => member.kind === "entry");
  if (after.entry === undefined && entry !== undefined) edits.remove(entry.range);
  if (after.entry === undefined || isSameEntry(before.entry, after.entry)) return;
  const line = printJourneyMember({ kind: "entry", target: targetToSyntax(after.entry.target), range: emptyRange });
  if (entry === undefined)
    body.insertGroupBehind(
      written.members.findLast((member) => member.kind === "property"),
      line,
    );
  else edits.replace(entry.range, line.trim());
}

function isSameEntry(before: Connection | undefined, after: Connection): boolean {
  return before !== undefined && isSameTarget(before.target, after.target);
}

function editNodes(change: JourneyChange, body: BodyEditor, edits: TextEdits): void {
  const written = nodesByName(change.written.members);
  const wanted = nodesByName(change.wanted.members);
  const before = new Map(change.before.nodes.map((node) => [node.id, node]));
  const after = new Set(change.after.nodes.map((node) => node.id));
  for (const node of change.before.nodes) {
    const declaration = written.get(node.name);
    if (!after.has(node.id) && declaration !== undefined) edits.remove(declaration.range);
  }
  const resource = change.after.settings.get("identityResource")?.value;
  const identityResource = typeof resource === "string" ? resource : undefined;
  let previous: AnyNode | undefined;
  for (const node of change.after.nodes) {
    const asWanted = wanted.get(node.name);
    const old = before.get(node.id);
    const declaration = old && written.get(old.name);
    if (asWanted === undefined) continue;
    if (old !== undefined && declaration !== undefined) {
      editNode({ written: declaration, before: old, after: node, wanted: asWanted, depth: 1 }, identityResource, edits);
      previous = declaration;
    } else {
      body.insertGroupBehind(previous ?? lastOfHead(change.written), canonicalNode(asWanted, 1));
    }
  }
}

/** The member after which nodes begin: the last property, option or entry. */
function lastOfHead(journey: JourneyDeclaration) {
  return journey.members.findLast(({ kind }) => kind === "property" || kind === "export" || kind === "entry");
}

function addDeclarations(change: JourneyChange, body: BodyEditor): void {
  const { members } = change.written;
  const behind =
    members.findLast(({ kind }) => kind === "script" || kind === "resource") ??
    members.findLast(({ kind }) => kind === "node" || kind === "page") ??
    lastOfHead(change.written);
  for (const lines of change.added) body.insertGroupBehind(behind, lines);
}

/** The nodes in the order of the source; a new node follows the node that precedes it in reading order. */
export function inSourceOrder(after: Journey, before: Journey): Journey {
  const byId = new Map(after.nodes.map((node) => [node.id, node]));
  const kept = new Set(before.nodes.map((node) => node.id).filter((id) => byId.has(id)));
  const entry = after.entry?.target;
  const read = readingOrder(entry?.kind === "node" ? entry.id : undefined, [...byId.keys()], (id) =>
    (byId.get(id)?.connections ?? []).flatMap(({ target }) => (target.kind === "node" ? [target.id] : [])),
  );
  const followers = new Map<string | undefined, string[]>();
  let previous: string | undefined;
  for (const id of read) {
    if (kept.has(id)) previous = id;
    else if (!followers.get(previous)?.push(id)) followers.set(previous, [id]);
  }
  const ids = [undefined, ...kept].flatMap((id) => [...(id === undefined ? [] : [id]), ...(followers.get(id) ?? [])]);
  return { ...after, nodes: ids.flatMap((id) => byId.get(id) ?? []) };
}
