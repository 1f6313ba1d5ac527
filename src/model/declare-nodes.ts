import type { Name, NodeDeclaration, PageDeclaration } from "../syntax/ast.js";
import { isTerminalName } from "../syntax/reserved-names.js";
import type { Range } from "../text/range.js";
import { type LayoutLine, type LayoutTable, layoutKey } from "./bind-layout.js";
import { deriveNodeId } from "./ids.js";
import type { NodeDraft } from "./node-table.js";
import { typesLike } from "./node-types.js";
import { type JourneyScope, placeIn } from "./scope.js";
import { nameFirst } from "./swapped-name.js";

/** Gives each node of a journey its name and id. A node whose name is taken or reserved is reported and left out. */
export function declareNodes(
  declarations: readonly (NodeDeclaration | PageDeclaration)[],
  layout: LayoutTable,
  scope: JourneyScope,
): void {
  const declarer = new NodeDeclarer(layout, scope);
  const isMissing = missingTargets(declarations);
  for (const declaration of declarations)
    declarer.declare(nameFirst(declaration, isMissing, scope), undefined, scope.nodes.byName);
}

/** Tells whether arrows lead to a name that no node has. */
function missingTargets(declarations: readonly (NodeDeclaration | PageDeclaration)[]): (name: string) => boolean {
  let missing: Set<string> | undefined;
  const find = () => {
    const found = new Set<string>();
    for (const { members } of declarations)
      for (const member of members) if (member.kind === "edge" && member.target) found.add(member.target.text);
    for (const { name } of declarations) if (name !== undefined) found.delete(name.text);
    return found;
  };
  return (name) => {
    missing ??= find();
    return missing.has(name);
  };
}

class NodeDeclarer {
  readonly #layout: LayoutTable;
  readonly #scope: JourneyScope;

  constructor(layout: LayoutTable, scope: JourneyScope) {
    this.#layout = layout;
    this.#scope = scope;
  }

  /** Adds a node to its siblings: the nodes of the journey, or those of its page. */
  declare(
    declaration: NodeDeclaration | PageDeclaration,
    page: string | undefined,
    siblings: Map<string, NodeDraft>,
  ): void {
    const { name } = declaration;
    if (name === undefined || !this.#isFree(name, page, siblings)) return;
    const line = this.#lineFor(name.text, page);
    if (line !== undefined) line.used = true;
    if (page !== undefined && line?.position !== undefined) this.#reportPosition(line.position);
    const path = page === undefined ? name.text : `${page}/${name.text}`;
    const children = declaration.kind === "page" ? new Map<string, NodeDraft>() : noChildren;
    const id = line?.id ?? derivedId(declaration, this.#scope.journeyId, path);
    const coordinates = line?.coordinates;
    const draft: NodeDraft = {
      name: name.text,
      path,
      id,
      idRange: line?.idRange,
      coordinates,
      declaration,
      nameToken: name,
      children,
    };
    this.#claimId(draft, line);
    if (declaration.kind === "page") {
      const inner = declaration.members.filter((member) => member.kind === "node");
      // No arrow leads to an inner node: what is no type and like none is a name.
      const isName = (word: string) =>
        inner.every((each) => each.name?.text !== word) && typesLike(word, this.#scope).length === 0;
      for (const member of inner) this.declare(nameFirst(member, isName, this.#scope), name.text, children);
    }
    siblings.set(name.text, draft);
  }

  #isFree(name: Name, page: string | undefined, siblings: ReadonlyMap<string, NodeDraft>): boolean {
    const { reporter } = this.#scope;
    const place = placeIn(this.#scope, name.range);
    if (page === undefined && isTerminalName(name.text)) {
      reporter.report("reserved-name", place, { what: "A node", name: name.text });
      return false;
    }
    const first = siblings.get(name.text);
    if (first === undefined) return true;
    const what = page === undefined ? "Node" : "Inner node";
    const related = [{ place: placeIn(this.#scope, first.nameToken.range), message: "First declared here" }];
    reporter.report("duplicate-name", place, { what, name: name.text }, { related });
    return false;
  }

  /** The page places its inner nodes. */
  #reportPosition(range: Range): void {
    const args = { what: "A position", where: "on a node inside a page" };
    const help = "Remove the numbers: the page places its nodes.";
    this.#scope.reporter.report("misplaced-statement", placeIn(this.#scope, range), args, {
      help,
      severity: "warning",
    });
  }

  #lineFor(name: string, page: string | undefined): LayoutLine | undefined {
    return this.#layout.get(layoutKey(page === undefined ? [name] : [page, name]));
  }

  #claimId(draft: NodeDraft, line: LayoutLine | undefined): void {
    const holder = this.#scope.nodes.claimId(draft);
    if (holder === undefined) return;
    const place = placeIn(this.#scope, line?.idRange ?? line?.range ?? draft.nameToken.range);
    const first = placeIn(this.#scope, holder.idRange ?? holder.nameToken.range);
    const related = [{ place: first, message: `Node ${JSON.stringify(holder.path)} has it` }];
    const args = { id: draft.id, first: holder.path, second: draft.path, isDerived: line?.idRange === undefined };
    this.#scope.reporter.report("duplicate-id", place, args, { related });
  }
}

const noChildren = new Map<string, NodeDraft>();

interface DerivedId {
  readonly journeyId: string;
  readonly path: string;
  readonly id: string;
}

const derivedIds = new WeakMap<NodeDeclaration | PageDeclaration, DerivedId>();

/** Of the declarations of an edited text, most are the same objects as before. */
function derivedId(declaration: NodeDeclaration | PageDeclaration, journeyId: string, path: string): string {
  const known = derivedIds.get(declaration);
  if (known?.journeyId === journeyId && known.path === path) return known.id;
  const id = deriveNodeId(journeyId, path);
  derivedIds.set(declaration, { journeyId, path, id });
  return id;
}
