import type { Place } from "../diagnostics/diagnostic.js";
import type { JourneyMember, Name, NodeDeclaration, PageDeclaration } from "../syntax/ast.js";
import type { Range } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";
import type { Coordinates } from "./model.js";
import { NameUses, type NotedUses, type UnknownUse } from "./name-uses.js";
import type { Reporter } from "./reporter.js";
import { ShownNodes } from "./shown-nodes.js";
import { unledNodes } from "./unled-nodes.js";

/** A declared node before its settings and arrows are bound. Other parts of the text may already refer to it. */
export interface NodeDraft {
  readonly name: string;
  /** `Node`, or `Page/Node` for an inner node. */
  readonly path: string;
  readonly id: string;
  /** Where the layout gives the id, as it does for the nodes of an imported journey. */
  readonly idRange: Range | undefined;
  readonly coordinates: Coordinates | undefined;
  readonly declaration: NodeDeclaration | PageDeclaration;
  readonly nameToken: Name;
  /** A page's inner nodes by name, in the author's order. */
  readonly children: ReadonlyMap<string, NodeDraft>;
}

/** A node inside a page that is looked for outside of it. */
export interface NodeInPage {
  readonly page: string;
  /** Its name and its type: where these are wrong, it may belong outside. */
  readonly head: Place;
  /** Whether another page has an inner node of this name, too. */
  readonly isElsewhereToo: boolean;
}

/** The nodes of one journey by name and by id, in the author's order. */
export class NodeTable implements NotedUses {
  readonly byName = new Map<string, NodeDraft>();
  readonly #byId = new Map<string, NodeDraft>();
  readonly #source: SourceFile;
  readonly uses: NameUses;
  readonly #otherwise = new Set<string>();
  #shown: ShownNodes | undefined;
  #inner: ReadonlyMap<string, NodeInPage> | undefined;
  #unled: readonly string[] | undefined;

  constructor({ source, reporter }: { readonly source: SourceFile; readonly reporter: Reporter }) {
    this.#source = source;
    this.uses = new NameUses("Node", reporter, { declared: () => this.#places() });
  }

  #places(): ReadonlyMap<string, Place> {
    const placeOf = ({ nameToken: { range } }: NodeDraft) => ({ source: this.#source, range });
    return new Map([...this.byName].map(([name, draft]) => [name, placeOf(draft)]));
  }

  get names(): IterableIterator<string> {
    return this.byName.keys();
  }

  /** The node that the canvas shows under a name. */
  called(text: string): string | undefined {
    return this.#asShown.called(text);
  }

  /** The names of the nodes by themselves and by the titles that the canvas shows. */
  get byTitle(): ReadonlyMap<string, string> {
    return this.#asShown.byTitle;
  }

  /** Made when a name is not known, for which all nodes must be declared. */
  get #asShown(): ShownNodes {
    this.#shown ??= new ShownNodes([...this.byName.values()]);
    return this.#shown;
  }

  /** The nodes that neither the start of the journey nor an arrow of another node leads to, as its members are written. */
  unled(members: readonly JourneyMember[]): readonly string[] {
    this.#unled ??= unledNodes(this.byName, members);
    return this.#unled;
  }

  /** The first inner node of this name. */
  innerNode(inner: string): NodeInPage | undefined {
    this.#inner ??= this.#innerNodes();
    return this.#inner.get(inner);
  }

  #innerNodes(): ReadonlyMap<string, NodeInPage> {
    const found = new Map<string, NodeInPage>();
    for (const { name: page, children } of this.byName.values()) {
      for (const [inner, { nameToken, declaration }] of children) {
        const first = found.get(inner);
        if (first !== undefined) {
          found.set(inner, { ...first, isElsewhereToo: true });
          continue;
        }
        const end = (declaration.kind === "node" ? declaration.type?.range : undefined) ?? nameToken.range;
        found.set(inner, {
          page,
          head: { source: this.#source, range: { start: nameToken.range.start, end: end.end } },
          isElsewhereToo: false,
        });
      }
    }
    return found;
  }

  use(name: string): void {
    this.uses.use(name);
  }

  /** Notes a node that is declared in another way than it should be: nothing else is said of its name. */
  declaredOtherwise(name: string): void {
    this.#otherwise.add(name);
  }

  unknown(use: Omit<UnknownUse, "nearPlace">): void {
    if (this.#otherwise.has(use.name)) return;
    const near = use.near === undefined ? undefined : this.byName.get(use.near);
    const nearPlace = near && { source: this.#source, range: near.nameToken.range };
    this.uses.unknown({ ...use, nearPlace });
  }

  /** Reports the uses of names that no node has, and gives the names. The nodes that scenarios name are reported with them. */
  settleUses(inScenarios: Iterable<string>): readonly string[] {
    return [...this.uses.settle(inScenarios), ...this.#otherwise];
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
