import type { Journey, JourneyNode } from "../../model/model.js";
import { type Colours, Palette, refineColours } from "./colours.js";
import { matchChildren } from "./match-children.js";
import { NodeContents, settingsAlike } from "./node-content.js";
import { groupFree, Pairs, pairInOrder, pairUnique } from "./pairs.js";
import { spread } from "./spread.js";
import { type Wiring, wiringOf } from "./wiring.js";

/** Pairs of corresponding nodes of two versions, including inner nodes. */
export type NodePairs = Pairs<JourneyNode>;

/** Likeness from which two nodes of the same type count as the same node. */
const alikeEnough = 0.6;

/** Number of nodes of a type, on each side, that are compared by likeness; comparing all of them would be quadratic. */
const mostCandidates = 40;

/**
 * Matches the nodes of two versions of a journey: by id, then by equal content in equal surroundings, by name, by
 * content alone (a renamed node), and last by likeness. A journey that was created anew, with other ids, is matched
 * with itself.
 */
export function matchNodes(before: Journey, after: Journey): NodePairs {
  const matcher = new Matcher(before, after);
  matcher.byId();
  matcher.bySurroundings();
  matcher.byName();
  matcher.byContent();
  matcher.byLikeness();
  matchChildren(matcher.pairs, before.nodes, after.nodes, matcher.contents);
  return matcher.pairs;
}

class Matcher {
  readonly pairs = new Pairs<JourneyNode>();
  readonly contents = new NodeContents();
  readonly #before: Wiring;
  readonly #after: Wiring;

  constructor(before: Journey, after: Journey) {
    this.#before = wiringOf(before);
    this.#after = wiringOf(after);
  }

  /** Matches nodes by id, and then neighbours of the same type that have the same title or content. */
  byId(): void {
    const made = pairUnique(this.pairs, this.#before.nodes, this.#after.nodes, ({ id }) => id);
    this.#spreadFrom([...made], (left, right) => this.#isTitled(left, right));
  }

  bySurroundings(): void {
    if (!this.#isOpen()) return;
    const palette = new Palette();
    const first = (node: JourneyNode) => this.contents.of(node).titled;
    const before = refineColours(this.#before, first, palette);
    const after = refineColours(this.#after, first, palette);
    for (let round = before.length - 1; round >= 0; round--) {
      const colours: Colours = new Map([...(before[round] ?? []), ...(after[round] ?? [])]);
      const made = this.#unique((node) => colours.get(node));
      this.#spreadFrom(made, (left, right) => colours.get(left) === colours.get(right));
      if (round === before.length - 1) this.#breakTies(colours);
    }
    this.#spreadFrom([...this.pairs.entries()], (left, right) => this.#isTitled(left, right));
  }

  byName(): void {
    this.#spreadUnique(({ name, typeId }) => JSON.stringify([name, typeId]));
    this.#spreadUnique(({ name }) => name);
  }

  byContent(): void {
    if (!this.#isOpen()) return;
    this.#spreadUnique((node) => this.contents.of(node).plain);
    this.#spreadFrom([...this.pairs.entries()], (left, right) => this.#isAlike(left, right));
    const made = pairInOrder(this.pairs, this.#before.nodes, this.#after.nodes, (node) => this.contents.of(node).plain);
    this.#spreadFrom(made, (left, right) => this.#isAlike(left, right));
  }

  byLikeness(): void {
    const groups = [...groupFree(this.pairs, this.#before.nodes, this.#after.nodes, ({ typeId }) => typeId)];
    for (const group of groups)
      this.#pairAlike(group.before.slice(0, mostCandidates), group.after.slice(0, mostCandidates));
    const isSameTitle = (left: JourneyNode, right: JourneyNode) => left.displayName === right.displayName;
    this.#spreadFrom([...this.pairs.entries()], isSameTitle);
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
      after.map((right) => ({ left, right, score: this.#likeness(left, right) })),
    );
    scored.sort((one, other) => other.score - one.score);
    for (const { left, right, score } of scored) if (score >= alikeEnough) this.pairs.pair(left, right);
  }

  /** Half of the score comes from settings and title, half from the neighbours. */
  #likeness(left: JourneyNode, right: JourneyNode): number {
    const settings = settingsAlike(this.contents.of(left), this.contents.of(right));
    const content = left.displayName === right.displayName ? (settings + 1) / 2 : settings;
    const out = this.#neighboursAlike("out", left, right);
    return content / 2 + (out + this.#neighboursAlike("in", left, right)) / 4;
  }

  #neighboursAlike(side: "in" | "out", left: JourneyNode, right: JourneyNode): number {
    const end = side === "in" ? "from" : "to";
    const wires = this.#before[side].get(left) ?? [];
    const others = this.#after[side].get(right) ?? [];
    const larger = Math.max(wires.length, others.length);
    if (larger === 0) return 1;
    const keys = new Set<string | JourneyNode | undefined>(others.map((wire) => wire[end]));
    const common = wires.filter((wire) => {
      const node = wire[end];
      return keys.has(node === undefined || typeof node === "string" ? node : this.pairs.afterOf(node));
    });
    return common.length / larger;
  }

  #isTitled(left: JourneyNode, right: JourneyNode): boolean {
    if (left.typeId !== right.typeId) return false;
    return left.displayName === right.displayName || this.contents.of(left).plain === this.contents.of(right).plain;
  }

  #isAlike(left: JourneyNode, right: JourneyNode): boolean {
    return left.typeId === right.typeId && this.#likeness(left, right) >= alikeEnough;
  }

  #unique(keyOf: (node: JourneyNode) => string | number | undefined) {
    return pairUnique(this.pairs, this.#before.nodes, this.#after.nodes, keyOf);
  }

  #spreadUnique(keyOf: (node: JourneyNode) => string): void {
    this.#spreadFrom(this.#unique(keyOf), (left, right) => this.#isTitled(left, right));
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
