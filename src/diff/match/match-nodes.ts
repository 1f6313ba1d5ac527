import { isNameBased } from "../../model/ids.js";
import type { Journey, JourneyNode } from "../../model/model.js";
import { allNodes } from "../../model/used-resources.js";
import { type Colours, Palette, refineColours } from "./colours.js";
import { matchChildren } from "./match-children.js";
import { alikeEnough, contentsAlike, type NodeContents } from "./node-content.js";
import { groupFree, Pairs, pairInOrder, pairUnique } from "./pairs.js";
import { spread } from "./spread.js";
import { type Wire, type Wiring, wiringOf } from "./wiring.js";

/** Pairs of corresponding nodes of two versions, including inner nodes. */
export type NodePairs = Pairs<JourneyNode>;

/** Number of nodes of a type, on each side, that are compared by likeness; comparing all of them would be quadratic. */
const mostCandidates = 40;

/**
 * Matches the nodes of two versions of a journey. An id decides. Where nodes kept the ids that the platform gave them,
 * a node with a new one is a new node. Otherwise, for texts whose ids come from names and for journeys that were created
 * anew, title and content count first, then the name, then content alone, and last what two nodes of the same
 * surroundings have in common. Type, outcomes and neighbours are no evidence without content.
 */
export function matchNodes(before: Journey, after: Journey, contents: NodeContents): NodePairs {
  const matcher = new Matcher(before, after, contents);
  matcher.byId();
  matcher.bySurroundings();
  matcher.intoPages();
  matcher.byName();
  matcher.byContent();
  matcher.byLikeness();
  matchChildren(matcher.pairs, before.nodes, after.nodes, contents);
  return matcher.pairs;
}

class Matcher {
  readonly pairs = new Pairs<JourneyNode>();
  readonly #contents: NodeContents;
  readonly #before: Wiring;
  readonly #after: Wiring;

  constructor(before: Journey, after: Journey, contents: NodeContents) {
    this.#contents = contents;
    this.#before = wiringOf(before);
    this.#after = wiringOf(after);
  }

  byId(): void {
    const [before, after] = [this.#before.nodes, this.#after.nodes];
    const [childrenBefore, childrenAfter] = [before, after].map((nodes) => nodes.flatMap(({ children }) => children));
    const made = [
      ...pairById(this.pairs, before, after),
      ...pairById(this.pairs, childrenBefore ?? [], childrenAfter ?? []),
      ...pairById(this.pairs, [...allNodes(before)], [...allNodes(after)]),
    ];
    if (made.every(([{ id }]) => isNameBased(id))) return;
    for (const node of allNodes(after)) if (!isNameBased(node.id)) this.pairs.leave(node);
  }

  bySurroundings(): void {
    if (!this.#isOpen()) return;
    const palette = new Palette();
    const first = (node: JourneyNode) => this.#contents.of(node).titled;
    const before = refineColours(this.#before, first, palette);
    const after = refineColours(this.#after, first, palette);
    for (let round = before.length - 1; round >= 0; round--) {
      const colours: Colours = new Map([...(before[round] ?? []), ...(after[round] ?? [])]);
      const made = this.#unique((node) => colours.get(node));
      this.#spreadFrom(made, (left, right) => colours.get(left) === colours.get(right));
      if (round === before.length - 1) this.#breakTies(colours);
    }
  }

  /** A node that moved into a page, or out of one, has its title and content still; both say more than content alone. */
  intoPages(): void {
    const [before, after] = [this.#before.nodes, this.#after.nodes];
    const inner = (nodes: readonly JourneyNode[]) => nodes.flatMap(({ children }) => children);
    const titled = (node: JourneyNode) => this.#contents.of(node).titled;
    if (before.some(this.pairs.isFreeBefore)) pairUnique(this.pairs, before, inner(after), titled);
    if (after.some(this.pairs.isFreeAfter)) pairUnique(this.pairs, inner(before), after, titled);
  }

  byName(): void {
    this.#unique(({ name, typeId }) => JSON.stringify([name, typeId]));
    // In an export, names follow from titles; in a text, an author may change the type of a node and keep its name.
    this.#unique(({ id, name }) => (isNameBased(id) ? name : undefined));
    this.#unique(({ displayName, typeId }) => JSON.stringify([displayName, typeId]));
    this.#spreadFrom([...this.pairs.entries()], (left, right) => this.#isTitled(left, right));
  }

  byContent(): void {
    if (!this.#isOpen()) return;
    this.#unique((node) => this.#tellingContent(node));
    this.#spreadFrom([...this.pairs.entries()], (left, right) => this.#isAlike(left, right));
    pairInOrder(this.pairs, this.#before.nodes, this.#after.nodes, (node) => this.#tellingContent(node));
    this.#spreadFrom([...this.pairs.entries()], (left, right) => this.#isAlike(left, right));
  }

  byLikeness(): void {
    const groups = [...groupFree(this.pairs, this.#before.nodes, this.#after.nodes, ({ typeId }) => typeId)];
    for (const group of groups)
      this.#pairAlike(group.before.slice(0, mostCandidates), group.after.slice(0, mostCandidates));
  }

  /**
   * Pairs nodes that look alike in every respect. Any two of them will do, as long as their neighbours are paired
   * accordingly.
   */
  #breakTies(colours: Colours): void {
    const groups = [...groupFree(this.pairs, this.#before.nodes, this.#after.nodes, (node) => colours.get(node))];
    for (const { before, after } of groups) {
      if (before.length !== after.length) continue;
      let free = 0;
      for (const left of before) {
        if (!this.pairs.isFreeBefore(left)) continue;
        while (free < after.length && !this.pairs.isFreeAfter(after[free] as JourneyNode)) free++;
        const right = after[free];
        if (right === undefined || !this.pairs.pair(left, right)) break;
        this.#spreadFrom([[left, right]], (one, other) => colours.get(one) === colours.get(other));
      }
    }
  }

  #pairAlike(before: readonly JourneyNode[], after: readonly JourneyNode[]): void {
    const scored = before.flatMap((left) =>
      after.flatMap((right) => {
        if (!this.#isAlike(left, right)) return [];
        return [{ left, right, score: contentsAlike(this.#contents.of(left), this.#contents.of(right)) }];
      }),
    );
    scored.sort((one, other) => other.score - one.score);
    for (const { left, right } of scored) this.pairs.pair(left, right);
  }

  /** Content by which a node can be told from others of its type; `undefined` where it has none. */
  #tellingContent(node: JourneyNode): string | undefined {
    const content = this.#contents.of(node);
    return content.notable.size > 0 ? content.plain : undefined;
  }

  /** Whether two nodes in corresponding places are the same node by title, or by content where that tells anything. */
  #isTitled(left: JourneyNode, right: JourneyNode): boolean {
    if (left.typeId !== right.typeId) return false;
    if (left.displayName === right.displayName) return true;
    const content = this.#tellingContent(left);
    return content !== undefined && content === this.#tellingContent(right);
  }

  /** Whether two nodes have most of their content in common, and stand in the same place. */
  #isAlike(left: JourneyNode, right: JourneyNode): boolean {
    if (left.typeId !== right.typeId || !this.#isSamePlace(left, right)) return false;
    return contentsAlike(this.#contents.of(left), this.#contents.of(right)) >= alikeEnough;
  }

  #isSamePlace(left: JourneyNode, right: JourneyNode): boolean {
    return this.#leadsAlike("out", left, right) && this.#leadsAlike("in", left, right);
  }

  /** Whether the arrows of two nodes have the same ends, as far as these have been matched. */
  #leadsAlike(side: "in" | "out", left: JourneyNode, right: JourneyNode): boolean {
    const wires = this.#before[side].get(left) ?? [];
    const others = this.#after[side].get(right) ?? [];
    if (wires.length !== others.length) return false;
    const end = side === "in" ? "from" : "to";
    return wires.every((wire) => others.some((other) => this.#isSameEnd(wire, other, end)));
  }

  #isSameEnd(before: Wire, after: Wire, end: "from" | "to"): boolean {
    if (before.label !== after.label) return false;
    const [left, right] = [before[end], after[end]];
    if (left === undefined || right === undefined || typeof left === "string" || typeof right === "string")
      return left === right;
    const partner = this.pairs.afterOf(left);
    return partner === undefined ? this.pairs.isFreeAfter(right) && left.typeId === right.typeId : partner === right;
  }

  #unique(keyOf: (node: JourneyNode) => string | number | undefined) {
    return pairUnique(this.pairs, this.#before.nodes, this.#after.nodes, keyOf);
  }

  #spreadFrom(
    made: readonly (readonly [JourneyNode, JourneyNode])[],
    isSame: (left: JourneyNode, right: JourneyNode) => boolean,
  ): void {
    spread({ before: this.#before, after: this.#after, pairs: this.pairs, isSame }, made);
  }

  #isOpen(): boolean {
    return this.#before.nodes.some(this.pairs.isFreeBefore) && this.#after.nodes.some(this.pairs.isFreeAfter);
  }
}

function pairById(pairs: NodePairs, before: readonly JourneyNode[], after: readonly JourneyNode[]) {
  return pairUnique(pairs, before, after, ({ id }) => id);
}
