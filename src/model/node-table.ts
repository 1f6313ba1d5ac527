import type { Name, NodeDeclaration, PageDeclaration, Reference } from "../syntax/ast.js";
import type { SourceFile } from "../text/source-file.js";
import { type LayoutLine, type LayoutTable, layoutKey } from "./bind-layout.js";
import { deriveNodeId } from "./ids.js";
import type { Coordinates } from "./model.js";
import type { Reporter } from "./reporter.js";
import { placeIn } from "./scope.js";

/** A declared node before its settings and arrows are bound: its names and ids are known, so that anything may refer to it. */
export interface NodeDraft {
  readonly name: string;
  /** `Node`, or `Page/Node` for an inner node. */
  readonly path: string;
  readonly id: string;
  readonly coordinates: Coordinates | undefined;
  readonly declaration: NodeDeclaration | PageDeclaration;
  readonly nameToken: Name;
  /** A page's inner nodes by name, in the author's order. */
  readonly children: ReadonlyMap<string, NodeDraft>;
}

/** The nodes of one journey by name and by id, in the author's order. */
export class NodeTable {
  readonly byName = new Map<string, NodeDraft>();
  readonly #byId = new Map<string, NodeDraft>();

  get names(): IterableIterator<string> {
    return this.byName.keys();
  }

  /** A top-level node by its platform id. */
  withId(id: string): NodeDraft | undefined {
    const found = this.#byId.get(id);
    return found !== undefined && this.byName.get(found.name) === found ? found : undefined;
  }

  /** `Node`, or `Page.Node` for an inner node. */
  resolve(parts: readonly string[]): NodeDraft | undefined {
    const [first, second] = parts;
    const node = first === undefined ? undefined : this.byName.get(first);
    return second === undefined ? node : node?.children.get(second);
  }

  /** Remembers an id; answers the node that already has it. */
  claimId(draft: NodeDraft): NodeDraft | undefined {
    const holder = this.#byId.get(draft.id);
    if (holder === undefined) this.#byId.set(draft.id, draft);
    return holder;
  }
}

/** What declaring nodes needs of its surroundings. */
export interface DeclarationScope {
  readonly source: SourceFile;
  readonly reporter: Reporter;
  readonly journeyId: string;
  readonly nodes: NodeTable;
  readonly layout: LayoutTable;
}

const reservedNames: ReadonlySet<string> = new Set(["start", "success", "failure"]);

/** Gives every node of a journey its name and id; a name that is taken already is reported and left out. */
export function declareNodes(
  declarations: readonly (NodeDeclaration | PageDeclaration)[],
  scope: DeclarationScope,
): void {
  for (const declaration of declarations) {
    const draft = declareNode(declaration, undefined, scope.nodes.byName, scope);
    if (draft !== undefined) scope.nodes.byName.set(draft.name, draft);
  }
}

function declareNode(
  declaration: NodeDeclaration | PageDeclaration,
  page: string | undefined,
  siblings: ReadonlyMap<string, NodeDraft>,
  scope: DeclarationScope,
): NodeDraft | undefined {
  const name = declaration.name;
  if (name === undefined || !isFree(name, page, siblings, scope)) return undefined;
  const children = declaration.kind === "page" ? new Map<string, NodeDraft>() : noChildren;
  const given = lineFor(name.text, page, scope.layout);
  const path = page === undefined ? name.text : `${page}/${name.text}`;
  const draft: NodeDraft = {
    name: name.text,
    path,
    id: given?.id ?? deriveNodeId(scope.journeyId, path),
    coordinates: given?.coordinates,
    declaration,
    nameToken: name,
    children,
  };
  if (given !== undefined) given.used = true;
  const holder = scope.nodes.claimId(draft);
  if (holder !== undefined) {
    const place = placeIn(scope, given?.range ?? name.range);
    scope.reporter.report("duplicate-id", place, { id: draft.id, first: holder.path, second: path });
  }
  if (declaration.kind === "page") declareChildren(declaration, name.text, children, scope);
  return draft;
}

const noChildren = new Map<string, NodeDraft>();

function declareChildren(
  declaration: PageDeclaration,
  page: string,
  children: Map<string, NodeDraft>,
  scope: DeclarationScope,
): void {
  for (const member of declaration.members) {
    if (member.kind !== "node") continue;
    const child = declareNode(member, page, children, scope);
    if (child !== undefined) children.set(child.name, child);
  }
}

function lineFor(name: string, page: string | undefined, layout: LayoutTable): LayoutLine | undefined {
  if (layout.size === 0) return undefined;
  return layout.get(layoutKey(page === undefined ? [name] : [page, name]));
}

function isFree(
  name: Name,
  page: string | undefined,
  siblings: ReadonlyMap<string, NodeDraft>,
  scope: DeclarationScope,
): boolean {
  if (page === undefined && reservedNames.has(name.text)) {
    scope.reporter.report("reserved-name", placeIn(scope, name.range), { what: "A node", name: name.text });
    return false;
  }
  const first = siblings.get(name.text);
  if (first === undefined) return true;
  scope.reporter.report(
    "duplicate-name",
    placeIn(scope, name.range),
    { what: page === undefined ? "Node" : "Inner node", name: name.text },
    { related: [{ place: placeIn(scope, first.nameToken.range), message: "First declared here" }] },
  );
  return false;
}

/** The text of a reference as its author wrote it. */
export function referenceText(reference: Reference): string {
  return reference.parts.map((part) => part.text).join(".");
}
