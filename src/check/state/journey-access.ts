import type { GraphEdge, JourneyGraph } from "../../model/graph.js";
import { innerJourneyOf } from "../../model/inner-journeys.js";
import type { Journey, JourneyNode, Script } from "../../model/model.js";
import { outcomeWithId } from "../../model/outcome-index.js";
import { innerJourneyTypeId } from "../../model/pages.js";
import type { InnerEffect } from "./inner-effect.js";
import { isStranger, type NodeAccess, nodeAccess, type StateRead, type StateWrite } from "./node-access.js";
import { everyKey, slotOfKey } from "./slot.js";
import { StateSet } from "./state-set.js";

/** One read of one key by one node of a journey. */
export interface ReadAt {
  readonly vertex: number;
  readonly node: JourneyNode;
  readonly read: StateRead;
  /** Writes of inner nodes that stand before it on the same page. */
  readonly earlier: readonly StateWrite[];
  /** The inner journey that reads, and the reading node in it. */
  readonly inner?: { readonly journey: string; readonly node: string; readonly onEveryWay: boolean };
}

/** The slots that taking an outcome of a node adds to the state. */
export interface EdgeEffect {
  readonly may: StateSet;
  /** The same without what nodes may write of which the catalogue knows nothing, or not all. */
  readonly known: StateSet;
  readonly must: StateSet;
  /** Transient slots of inner journeys, which the platform does not return. */
  readonly dropped: readonly number[];
}

/** Finds the effect of an inner journey by its id; `undefined` means that it is unknown and may do anything. */
export type FindInner = (id: string) => InnerEffect | undefined;

interface VisibleNode {
  readonly node: JourneyNode;
  readonly access: NodeAccess;
  readonly inner: InnerEffect | "unknown" | undefined;
  /**
   * The numbers of the slots that the node writes, in the order of its writes; and of the keys by which its script
   * decides.
   */
  readonly written: readonly number[];
  readonly decided: readonly number[];
}

const noEffect: EdgeEffect = { may: StateSet.empty, known: StateSet.empty, must: StateSet.empty, dropped: [] };

/** Reads and writes of all nodes of a journey, with slots as small numbers. */
export class JourneyAccess {
  readonly reads: readonly ReadAt[];
  readonly #visible: readonly (readonly VisibleNode[])[];
  readonly #numbers = new Map<string, number>();
  readonly #effects = new Map<GraphEdge, EdgeEffect>();
  readonly #shared: (EdgeEffect | undefined)[];

  constructor(journey: Journey, graph: JourneyGraph, findInner: FindInner) {
    const scripts = new Map(journey.scripts.map((script): [string, Script] => [script.id, script]));
    const look = (node: JourneyNode): VisibleNode => {
      const access = nodeAccess(node, scripts);
      const inner = innerOf(node, findInner);
      const written = access.writes.map((write) => this.#number(write.slot));
      const decided = decidedKeys(node, access).map((key) => this.#number(key));
      if (inner !== undefined && inner !== "unknown") this.#numberInner(inner);
      return { node, access, inner, written, decided };
    };
    this.#visible = graph.vertices.map((vertex) => {
      if (vertex.kind !== "node") return [];
      return vertex.node.children.length > 0 ? vertex.node.children.map(look) : [look(vertex.node)];
    });
    this.#shared = this.#visible.map(() => undefined);
    const reads: ReadAt[] = [];
    for (let vertex = 0; vertex < this.#visible.length; vertex++) addReads(vertex, this.#visible[vertex] ?? [], reads);
    this.reads = reads;
  }

  /** All slots with their numbers. */
  get slots(): ReadonlyMap<string, number> {
    return this.#numbers;
  }

  numberOf(slot: string): number | undefined {
    return this.#numbers.get(slot);
  }

  /** Whether the slots are those of another journey, with the same numbers. */
  hasSlotsOf(other: JourneyAccess): boolean {
    if (this.#numbers.size !== other.#numbers.size) return false;
    for (const [slot, number] of this.#numbers) if (other.#numbers.get(slot) !== number) return false;
    return true;
  }

  /** Whether the same node stands at a vertex as in another journey, and does the same, if the slots of both are the same. */
  isSameAt(vertex: number, other: JourneyAccess): boolean {
    const [nodes, others] = [this.#visible[vertex] ?? [], other.#visible[vertex] ?? []];
    return nodes.length === others.length && nodes.every((each, at) => isSame(each, others[at]));
  }

  /** The keys that the node at a vertex declares as inputs. */
  *namesAt(vertex: number): Iterable<string> {
    for (const { access, inner } of this.#visible[vertex] ?? []) {
      yield* access.names;
      if (inner === "unknown") yield "*";
      else if (inner) yield* inner.names;
    }
  }

  /** Whether the node at a vertex declares a key as input, or may declare all keys. */
  isNamedAt(vertex: number, key: string): boolean {
    for (const { access, inner } of this.#visible[vertex] ?? []) {
      if (inner === "unknown" || access.names.has(key) || access.names.has(everyKey)) return true;
      if (inner && (inner.names.has(key) || inner.names.has(everyKey))) return true;
    }
    return false;
  }

  effectOf(edge: GraphEdge, graph: JourneyGraph): EdgeEffect {
    const known = this.#shared[edge.from] ?? this.#effects.get(edge);
    if (known !== undefined) return known;
    const nodes = this.#visible[edge.from] ?? [];
    if (!nodes.some(hangsOnOutcome)) {
      const effect = this.#effect(nodes, undefined, undefined);
      this.#shared[edge.from] = effect;
      return effect;
    }
    const vertex = graph.vertices[edge.from];
    const outcomes = vertex?.kind === "node" ? vertex.node.outcomes : [];
    const outcome = outcomeWithId(outcomes, edge.connection.outcomeId);
    const id = outcome?.outcome ?? edge.connection.outcomeId;
    const effect = this.#effect(nodes, id, outcome?.child ?? nodes.at(-1)?.node.name);
    this.#effects.set(edge, effect);
    return effect;
  }

  /** The combined effect of nodes that run one after another, when the node named `decider` leaves by this outcome. */
  #effect(nodes: readonly VisibleNode[], outcome: string | undefined, decider: string | undefined): EdgeEffect {
    if (nodes.every(isIdle)) return noEffect;
    const may = new Written();
    const must = new Written();
    const dropped: number[] = [];
    let isOfStrangers = true;
    nodes.forEach(({ node, access, inner, written, decided }) => {
      const taken = node.name === decider ? outcome : undefined;
      if (inner === "unknown" || (inner === undefined && access.writesAnything)) {
        may.isEverything = true;
        must.isEverything = true;
        isOfStrangers &&= isStranger(node);
      } else if (inner) {
        isOfStrangers = false;
        this.#addInner(inner, taken, may, must, dropped);
      }
      written.forEach((number, index) => {
        if (taken !== undefined && access.writes[index]?.onOutcomes?.includes(taken) === false) return;
        may.slots.push(number);
        must.slots.push(number);
      });
      must.slots.push(...decided);
    });
    const all = may.set();
    const known = isOfStrangers && may.isEverything ? StateSet.of(may.slots) : all;
    // Most nodes write all that they may write, so that the sets of those behind them are the same, too.
    return { may: all, known, must: must.isLike(may) ? all : must.set(), dropped };
  }

  #addInner(inner: InnerEffect, outcome: string | undefined, may: Written, must: Written, dropped: number[]): void {
    const end = outcome === "true" ? inner.onSuccess : outcome === "false" ? inner.onFailure : undefined;
    if (end?.may === undefined) may.isEverything = true;
    if (end?.must === undefined) must.isEverything = true;
    for (const slot of end?.may ?? []) may.slots.push(this.#number(slot));
    for (const slot of end?.must ?? []) must.slots.push(this.#number(slot));
    for (const slot of end?.dropped ?? []) dropped.push(this.#number(slot));
  }

  #numberInner(inner: InnerEffect): void {
    for (const end of [inner.onSuccess, inner.onFailure]) {
      for (const slots of [end.may, end.must, end.dropped]) for (const slot of slots ?? []) this.#number(slot);
    }
  }

  #number(slot: string): number {
    let number = this.#numbers.get(slot);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(slot, number);
    }
    return number;
  }
}

/** The slots that are written, while they are put together. */
class Written {
  readonly slots: number[] = [];
  isEverything = false;

  isLike({ slots, isEverything }: Written): boolean {
    const { length } = slots;
    return (
      isEverything === this.isEverything &&
      length === this.slots.length &&
      slots.every((slot, at) => slot === this.slots[at])
    );
  }

  set(): StateSet {
    return StateSet.of(this.slots, this.isEverything);
  }
}

function innerOf(node: JourneyNode, findInner: FindInner): InnerEffect | "unknown" | undefined {
  if (node.typeId !== innerJourneyTypeId) return undefined;
  const id = innerJourneyOf(node);
  return (id === undefined ? undefined : findInner(id)) ?? "unknown";
}

function isSame({ node, access, inner }: VisibleNode, other: VisibleNode | undefined): boolean {
  return node === other?.node && access === other.access && inner === other.inner;
}

function isIdle({ access, inner, written, decided }: VisibleNode): boolean {
  return inner === undefined && !access.writesAnything && written.length === 0 && decided.length === 0;
}

function hangsOnOutcome({ access, inner }: VisibleNode): boolean {
  return (inner !== undefined && inner !== "unknown") || access.writes.some((write) => write.onOutcomes !== undefined);
}

/**
 * The keys by which a script decides: a script with several outcomes that reads a key may choose by it, so that paths
 * behind it differ in whether the key exists.
 */
function decidedKeys(node: JourneyNode, { reads }: NodeAccess): readonly string[] {
  if (node.outcomes.length < 2 || reads.length === 0) return [];
  return reads.flatMap((read) => (read.script ? slotOfKey(read.key, false) : []));
}

const nothing: readonly StateWrite[] = [];

function addReads(vertex: number, nodes: readonly VisibleNode[], reads: ReadAt[]): void {
  const earlier: StateWrite[] = [];
  nodes.forEach(({ node, access, inner }) => {
    const before = nodes.length > 1 ? [...earlier] : nothing;
    for (const read of access.reads) reads.push({ vertex, node, read, earlier: before });
    if (inner !== undefined && inner !== "unknown") {
      for (const { read, node: reader, journey, onEveryWay } of inner.unmet) {
        reads.push({ vertex, node, read, earlier: before, inner: { journey, node: reader, onEveryWay } });
      }
    }
    if (nodes.length > 1) earlier.push(...access.writes);
  });
}
