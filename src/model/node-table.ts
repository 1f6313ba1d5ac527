import type { Name, NodeDeclaration, PageDeclaration } from "../syntax/ast.js";
import type { Coordinates } from "./model.js";

/** A declared node before its settings and arrows are bound. Other parts of the text may already refer to it. */
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

  /** Finds a node by its id; inner nodes are not found. */
  withId(id: string): NodeDraft | undefined {
    const found = this.#byId.get(id);
    return found !== undefined && this.byName.get(found.name) === found ? found : undefined;
  }

  /** Finds `Node`, or `Page.Node` for an inner node. */
  resolve(parts: readonly string[]): NodeDraft | undefined {
    const [first, second] = parts;
    const node = first === undefined ? undefined : this.byName.get(first);
    return second === undefined ? node : node?.children.get(second);
  }

  /** Registers the id of a node. Returns the node that already has it, if there is one. */
  claimId(draft: NodeDraft): NodeDraft | undefined {
    const holder = this.#byId.get(draft.id);
    if (holder === undefined) this.#byId.set(draft.id, draft);
    return holder;
  }
}
