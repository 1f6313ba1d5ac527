import { defaultOf, propertiesByName } from "../../model/known-properties.js";
import type { JourneyNode, Setting } from "../../model/model.js";
import type { Edge, NodeDeclaration, Property } from "../../syntax/ast.js";
import type { Json } from "../../text/json.js";
import { BodyEditor } from "./edit-body.js";
import { editEdges } from "./edit-edges.js";
import { editProperties } from "./edit-properties.js";
import { type AnyNode, nodesByName } from "./nodes-by-name.js";
import { type Depth, printJourneyMember, printMember } from "./print-parts.js";
import { TextEdits } from "./text-edits.js";

/** A node of the source, and the node that it must become. */
export interface NodeChange {
  readonly written: AnyNode;
  readonly before: JourneyNode;
  readonly after: JourneyNode;
  /** The node as the writer would write it. */
  readonly wanted: AnyNode;
  readonly depth: 1 | 2;
}

/**
 * Changes a declaration only where its node has changed. A declaration on a single line is rewritten as a whole. The
 * journey's identity resource decides some defaults.
 */
export function editNode(change: NodeChange, identityResource: string | undefined, edits: TextEdits): void {
  const { written } = change;
  const isOneLine = written.hasBody && !edits.text.slice(written.range.start, written.range.end).includes("\n");
  if (written.kind === change.wanted.kind && !isOneLine) {
    editInPlace(change, identityResource, edits);
    return;
  }
  const trial = new TextEdits(edits.text);
  editInPlace(change, identityResource, trial);
  if (!trial.isEmpty || written.kind !== change.wanted.kind) {
    edits.replace(written.range, canonicalNode(change.wanted, change.depth).trimStart());
  }
}

/** The canonical lines of a node at its depth. */
export function canonicalNode(node: AnyNode, depth: Depth): string {
  return node.kind === "page" ? printJourneyMember(node) : printMember(node, depth);
}

function editInPlace(change: NodeChange, identityResource: string | undefined, edits: TextEdits): void {
  const { written, before, after, wanted, depth } = change;
  const headerEnd = headerEndOf(written);
  const body = new BodyEditor({ range: written.range, headerEnd, hasBody: written.hasBody }, edits);
  editHeader(change, headerEnd, edits);
  const innerDepth: Depth = depth === 1 ? 2 : 3;
  editProperties(
    {
      written: propertiesOf(written),
      before: valuesOf(withNewDefaults(before, identityResource), before.bodyOverrides),
      after: valuesOf(after.properties, after.bodyOverrides),
      wanted: propertiesOf(wanted),
      depth: innerDepth,
      insertFirst: (lines) => body.insertFirst(lines),
    },
    edits,
  );
  editChildren(change, identityResource, body, edits);
  editEdges(
    {
      written: edgesOf(written),
      before,
      after,
      wanted: edgesOf(wanted),
      depth: innerDepth,
      insertFirst: (lines) => body.insertGroupBehind(written.members.at(-1), lines),
    },
    edits,
  );
  body.finish();
}

function headerEndOf(node: AnyNode): number {
  const type = node.kind === "node" ? node.type : node.version;
  return (node.title ?? type ?? node.name ?? node).range.end;
}

/** Changes the header. A label that was changed in the admin UI becomes the title; the name stays. */
function editHeader({ written, before, after, wanted }: NodeChange, headerEnd: number, edits: TextEdits): void {
  const isSame =
    before.displayName === after.displayName && before.typeId === after.typeId && before.version === after.version;
  if (isSame) return;
  const header = printJourneyMember({ ...wanted, members: [], hasBody: false });
  edits.replace({ start: written.range.start, end: headerEnd }, header.trim());
}

/** Defaults that depend on the journey's identity resource take their value from the new one. */
function withNewDefaults(node: JourneyNode, identityResource: string | undefined): ReadonlyMap<string, Setting> {
  const known = propertiesByName(node.type, node.version);
  const settings = new Map(node.properties);
  for (const [key, setting] of node.properties) {
    const definition = known?.get(key);
    const value = setting.explicit || definition === undefined ? undefined : defaultOf(definition, identityResource);
    if (value !== undefined) settings.set(key, { ...setting, value });
  }
  return settings;
}

function valuesOf(...maps: readonly ReadonlyMap<string, Setting>[]): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  for (const map of maps) for (const [key, setting] of map) values.set(key, setting.value);
  return values;
}

function propertiesOf(node: AnyNode): readonly Property[] {
  return (node.members as readonly (Property | Edge | NodeDeclaration)[]).filter(
    (member) => member.kind === "property",
  );
}

function edgesOf(node: AnyNode): readonly Edge[] {
  return (node.members as readonly (Property | Edge | NodeDeclaration)[]).filter((member) => member.kind === "edge");
}

function editChildren(
  change: NodeChange,
  identityResource: string | undefined,
  body: BodyEditor,
  edits: TextEdits,
): void {
  const written = nodesByName(change.written.members);
  const wanted = nodesByName(change.wanted.members);
  const before = new Map(change.before.children.map((child) => [child.id, child]));
  const kept = new Set(change.after.children.map((child) => child.id));
  for (const child of change.before.children) {
    const declaration = written.get(child.name);
    if (!kept.has(child.id) && declaration !== undefined) edits.remove(declaration.range);
  }
  let previous: Property | AnyNode | undefined = propertiesOf(change.written).at(-1);
  for (const child of change.after.children) {
    const old = before.get(child.id);
    const declaration = old && written.get(old.name);
    const asWanted = wanted.get(child.name);
    if (asWanted === undefined) continue;
    if (old !== undefined && declaration !== undefined) {
      editNode(
        { written: declaration, before: old, after: child, wanted: asWanted, depth: 2 },
        identityResource,
        edits,
      );
      previous = declaration;
    } else {
      body.insertGroupBehind(previous, canonicalNode(asWanted, 2));
    }
  }
}
