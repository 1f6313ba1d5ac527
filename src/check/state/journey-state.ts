import type { GraphEdge, JourneyGraph } from "../../model/graph.js";
import { shortestPath } from "../../model/graph-path.js";
import { reachableFrom, reaching } from "../../model/graph-reachability.js";
import type { Journey, JourneyNode, Script } from "../../model/model.js";
import { innerJourneyTypeId } from "../../model/pages.js";
import { nodeLabel } from "../describe-node.js";
import { onlyDecides } from "../end-screen.js";
import { asksNothing } from "../node-behaviour.js";
import { engineKeys } from "./engine-keys.js";
import { takenBeforeFirstVisit } from "./first-visit.js";
import type { InnerEffect, StateAtEnd, UnmetRead } from "./inner-effect.js";
import { type EdgeEffect, type FindInner, JourneyAccess, type ReadAt } from "./journey-access.js";
import type { StateRead } from "./node-access.js";
import { everyKey, isTransient, keyOf, slot } from "./slot.js";
import { type FollowedState, flowState, followState } from "./state-flow.js";
import { StateSet } from "./state-set.js";

/**
 * `never`: no path writes it. `dropped`: some path writes it, but the platform has dropped it. `sometimes`: some paths
 * write it, others do not.
 */
export type Availability = "never" | "dropped" | "sometimes" | "always";

/** A journey with the vertices that some path from `start` visits; `JourneyFacts` is one. */
interface WalkedJourney {
  readonly journey: Journey;
  readonly graph: JourneyGraph;
  readonly reached: ReadonlySet<number>;
}

/** What is kept of a journey for the next version of it. */
export interface KeptState {
  followed?: FollowedState | undefined;
}

/** The vertices that write a key, and those from which some path leads to one of them. */
interface Writers {
  readonly writers: ReadonlySet<number>;
  readonly leading: ReadonlySet<number>;
}

/** The node state of one journey: which keys are written before each node, and which its nodes read. */
export class JourneyState {
  readonly graph: JourneyGraph;
  readonly #walked: WalkedJourney;
  readonly #access: JourneyAccess;
  /** The numbers of the slots of which any one satisfies a read: those that something writes. */
  readonly #numbers = new Map<StateRead, readonly number[]>();
  readonly #kept: KeptState | undefined;
  #followed: FollowedState | undefined;
  #reads: readonly ReadAt[] | undefined;
  #afterQuestion: ReadonlySet<number> | undefined;
  /** The vertices that some path visits before the user was asked anything. */
  #unasked: ReadonlySet<number> | undefined;
  readonly #written = new Map<string, (vertex: number) => boolean>();
  readonly #writers = new Map<string, Writers>();
  /** By key, the vertices that some path visits after a node that is known to write it. */
  readonly #behindWriters = new Map<string, ReadonlySet<number>>();

  /** With `kept`, the state is not followed again where it is the same as before. */
  constructor(walked: WalkedJourney, findInner: FindInner, kept?: KeptState) {
    this.#walked = walked;
    this.#kept = kept;
    this.graph = walked.graph;
    this.#access = new JourneyAccess(walked.journey, walked.graph, findInner);
  }

  get #before(): FollowedState["before"] {
    this.#followed ??= followState(this.graph, this.#access, this.#kept?.followed);
    if (this.#kept !== undefined) this.#kept.followed = this.#followed;
    return this.#followed.before;
  }

  /** All reads by nodes that some path visits, in the author's order. */
  get reads(): readonly ReadAt[] {
    if (this.#access.reads.length === 0) return this.#access.reads;
    this.#reads ??= this.#access.reads.filter((read) => this.#walked.reached.has(read.vertex));
    return this.#reads;
  }

  availability(at: ReadAt): Availability {
    if (at.read.space === "state" && engineKeys.has(at.read.key)) return "always";
    const before = this.#before[at.vertex];
    if (before === undefined || at.read.script?.writesItself === true) return "always";
    if (this.#isWrittenEarlier(at)) return "always";
    const numbers = this.#numbersFor(at.read);
    if (!holdsOne(before.may, numbers)) return holdsOne(before.ever, numbers) ? "dropped" : "never";
    return holdsOne(before.must, numbers) ? "always" : "sometimes";
  }

  /** A shortest path to the reading node on which nothing writes the key. */
  pathWithout(at: ReadAt): readonly GraphEdge[] | undefined {
    return this.#pathAvoiding(at, "must");
  }

  #pathAvoiding(at: ReadAt, writes: "must" | "may"): readonly GraphEdge[] | undefined {
    const slots = this.#slotsFor(at.read);
    return shortestPath(
      this.graph,
      this.graph.start,
      at.vertex,
      (edge) => !this.#holds(this.#access.effectOf(edge, this.graph)[writes], slots),
    );
  }

  /** The same on which nothing may write it either, as a node may of which little is known. */
  pathCertainlyWithout(at: ReadAt): readonly GraphEdge[] | undefined {
    return this.#pathAvoiding(at, "may");
  }

  /** The nodes that are known to write what a node reads, by their vertices. */
  writersOf({ read }: ReadAt): readonly { readonly index: number; readonly node: JourneyNode }[] {
    return [...this.#writersOf(read).writers].flatMap((index) => {
      const at = this.graph.vertices[index];
      return at?.kind === "node" ? [{ index, node: at.node }] : [];
    });
  }

  /** The nodes that would write what a node reads, were they on some path. */
  lostWriters({ read }: ReadAt): readonly JourneyNode[] {
    const slots = this.#slotsFor(read);
    return this.graph.vertices.flatMap((vertex, index) => {
      if (vertex.kind !== "node" || this.#walked.reached.has(index)) return [];
      const edges = this.graph.outgoing[index] ?? [];
      return edges.some((edge) => this.#holds(this.#access.effectOf(edge, this.graph).may, slots)) ? [vertex.node] : [];
    });
  }

  /**
   * Whether something is known to write what a node reads. A read is satisfied as well by what may write anything, such as a node of which the
   * catalogue knows no keys; inner journeys are counted here where it is not known what they write.
   */
  isWrittenByName({ read }: ReadAt): boolean {
    const slots = this.#numbersFor(read);
    return [...this.#walked.reached].some((vertex) =>
      (this.graph.outgoing[vertex] ?? []).some((edge) => {
        const { may } = this.#access.effectOf(edge, this.graph);
        const at = this.graph.vertices[vertex];
        const isInner = at?.kind === "node" && may.holdsEverything && at.node.typeId === innerJourneyTypeId;
        return isInner || slots.some((number) => may.has(number));
      }),
    );
  }

  /** Whether some path to a node passes one that is known to write what it reads: not one of which the catalogue knows nothing, or not all. */
  isWrittenBeforeByName(at: ReadAt): boolean {
    if (this.availability(at) === "never") return false;
    if (this.#isWrittenEarlier(at)) return true;
    const slots = this.#slotsFor(at.read);
    const key = slots.join("\n");
    let found = this.#behindWriters.get(key);
    if (found === undefined) {
      const writing = this.graph.outgoing.flatMap((edges) =>
        edges.filter((edge) => this.#holds(this.#access.effectOf(edge, this.graph).known, slots)),
      );
      const behind = writing.filter(({ from }) => this.#walked.reached.has(from)).map(({ to }) => to);
      found = reachableFrom(this.graph, behind);
      this.#behindWriters.set(key, found);
    }
    return found.has(at.vertex);
  }

  /** Whether a node is certain to find nothing when it is reached for the first time: what writes its key comes only behind it. */
  isMissingAtFirst(at: ReadAt): boolean {
    const availability = this.availability(at);
    if (availability !== "sometimes") return availability === "never";
    const slots = this.#slotsFor(at.read);
    // Where the very outcome by which the node is left counts as a write, it is not known who writes.
    if (!this.isWrittenBehind(at)) return false;
    if (!this.#mayHaveWritten(slots)(at.vertex)) return true;
    // Who the user is, any node may find out; of what else a node of the journey writes, others know nothing.
    const isOwn = at.read.space === "state" && at.read.key !== "username";
    return isOwn && !this.#mayHaveWritten(slots, "known")(at.vertex);
  }

  /** Whether a node behind a reading node makes its key. */
  isWrittenBehind(at: ReadAt): boolean {
    const { writers, leading } = this.#writersOf(at.read);
    // The node itself is none of those behind it, though a loop may lead back to it.
    if (writers.has(at.vertex)) return this.nearestWriterBehind(at) !== undefined;
    return (this.graph.outgoing[at.vertex] ?? []).some(({ to }) => leading.has(to));
  }

  /** The first node behind a reading node that makes its key. */
  nearestWriterBehind({ vertex, read }: ReadAt): JourneyNode | undefined {
    const { writers } = this.#writersOf(read);
    const behind = new Set((this.graph.outgoing[vertex] ?? []).map(({ to }) => to));
    // The set grows while it is walked.
    for (const each of behind) {
      const at = this.graph.vertices[each];
      if (each !== vertex && at?.kind === "node" && writers.has(each)) return at.node;
      for (const { to } of this.graph.outgoing[each] ?? []) behind.add(to);
    }
    return undefined;
  }

  /**
   * The vertices that are known to write what a node reads and do not need it themselves, and those from which some path leads to them; found once
   * for all reads of a key.
   */
  #writersOf(read: StateRead): Writers {
    const slots = this.#slotsFor(read);
    const key = slots.join("\n");
    let found = this.#writers.get(key);
    if (found === undefined) {
      const needing = this.reads.filter(
        ({ node, read: other }) => other.required && other.key === read.key && node.page === undefined,
      );
      const users = new Set(needing.map(({ vertex }) => vertex));
      const writers = this.graph.outgoing.flatMap((edges, index) => {
        if (users.has(index)) return [];
        const writes = edges.map((edge) => this.#access.effectOf(edge, this.graph).may);
        return writes.some((may) => !may.holdsEverything && this.#holds(may, slots)) ? [index] : [];
      });
      found = { writers: new Set(writers), leading: reaching(this.graph, writers) };
      this.#writers.set(key, found);
    }
    return found;
  }

  /** The attributes that the node at a vertex may write; `undefined` where it may write any. */
  attributesAt(vertex: number): readonly string[] | undefined {
    const written = (this.graph.outgoing[vertex] ?? []).map((edge) => this.#access.effectOf(edge, this.graph).may);
    if (written.some(({ holdsEverything }) => holdsEverything)) return undefined;
    const slots = written.flatMap((may) => this.#slotsIn(may)).filter(isOfAttribute);
    const names = slots.map(keyOf);
    return names.includes(everyKey) ? undefined : names;
  }

  /** Whether taking an edge may write a key. */
  writesOn(edge: GraphEdge, key: string): boolean {
    const { may } = this.#access.effectOf(edge, this.graph);
    return this.#holds(may, [slot("shared", key), slot("transient", key)]);
  }

  /**
   * Whether a node needs a key the first time it is reached, before the user was asked anything, so that the journey makes sense only
   * inside another one. What a loop that leads back to the node writes comes too late.
   */
  needsStateAtOnce(): boolean {
    return this.reads.some(
      (at) => at.read.required && !at.inner && this.availability(at) !== "always" && this.#isNeededAtOnce(at),
    );
  }

  #isNeededAtOnce(at: ReadAt): boolean {
    this.#unasked ??= this.#findUnasked();
    const { key, space, setting } = at.read;
    // What a node of the journey makes under a name of its own, no other journey gives.
    if (space === "state" && setting === undefined && key !== "username" && this.#writersOf(at.read).writers.size > 0)
      return false;
    const mayHave = (slots: readonly string[]) => this.#mayHaveWritten(slots)(at.vertex);
    // A journey that finds out by itself who the user is, from a session or a cookie, is not given the rest.
    return this.#unasked.has(at.vertex) && !mayHave(this.#slotsFor(at.read)) && !mayHave([slot("shared", "username")]);
  }

  #findUnasked(): ReadonlySet<number> {
    const scripts = new Map(this.#walked.journey.scripts.map((script): [string, Script] => [script.id, script]));
    return reachableFrom(this.graph, this.graph.start, ({ from }) => {
      const vertex = this.graph.vertices[from];
      return vertex?.kind !== "node" || asksNothing(vertex.node) || onlyDecides(vertex.node, scripts);
    });
  }

  /** Tells of a vertex whether one of the slots may be written before its first visit, by any node or by one that is known. */
  #mayHaveWritten(slots: readonly string[], by: "may" | "known" = "may"): (vertex: number) => boolean {
    const key = [by, ...slots].join("\n");
    const known = this.#written.get(key);
    if (known !== undefined) return known;
    const found = takenBeforeFirstVisit(this.graph, (edge) =>
      this.#holds(this.#access.effectOf(edge, this.graph)[by], slots),
    );
    this.#written.set(key, found);
    return found;
  }

  /** Whether some path to a vertex may have asked the user something. */
  isAfterQuestion(vertex: number): boolean {
    this.#afterQuestion ??= afterQuestion(this.#walked);
    return this.#afterQuestion.has(vertex);
  }

  /** The effect of this journey when it runs inside another one. */
  effect(): InnerEffect {
    const names = new Set<string>();
    for (const vertex of this.graph.vertices.keys()) for (const name of this.#access.namesAt(vertex)) names.add(name);
    const needed = this.reads.filter((at) => this.availability(at) === "never");
    const onEveryWay = this.#keysOnEveryWay(needed);
    const unmet = distinct(needed).map(
      (at): UnmetRead => ({
        read: at.read,
        node: at.inner?.node ?? nodeLabel(at.node),
        journey: at.inner?.journey ?? this.#walked.journey.id,
        onEveryWay: at.read.required && onEveryWay.has(keyOfRead(at.read)),
      }),
    );
    return {
      onSuccess: this.#endState(this.graph.success),
      onFailure: this.#endState(this.graph.failure),
      names,
      unmet,
    };
  }

  /** The keys of reads that some node needs on each way from the start to an end: they are followed as if these nodes wrote them. */
  #keysOnEveryWay(needed: readonly ReadAt[]): ReadonlySet<string> {
    const needing = needed.filter(({ read, inner }) => read.required && inner?.onEveryWay !== false);
    const keys = [...new Set(needing.map(({ read }) => keyOfRead(read)))];
    const numbers = new Map(keys.map((key, number) => [key, number]));
    const byVertex = new Map<number, number[]>();
    for (const { vertex, read } of needing) {
      const number = numbers.get(keyOfRead(read)) ?? 0;
      const known = byVertex.get(vertex);
      if (known) known.push(number);
      else byVertex.set(vertex, [number]);
    }
    const effects = new Map([...byVertex].map(([vertex, passed]) => [vertex, effectOfAll(StateSet.of(passed))]));
    const passed = flowState(this.graph, {
      slots: new Map(),
      effectOf: ({ from }) => effects.get(from) ?? noEffect,
      isNamedAt: () => false,
    });
    const ends = [this.graph.success, this.graph.failure].flatMap((end) => passed[end]?.must ?? []);
    return new Set(keys.filter((_, number) => ends.every((must) => must.has(number))));
  }

  #endState(vertex: number): StateAtEnd {
    const before = this.#before[vertex];
    if (before === undefined) return { may: [], must: undefined, dropped: [] };
    const held = (state: StateSet) =>
      state.holdsEverything ? undefined : this.#slotsIn(state).filter((name) => !isTransient(name));
    return {
      may: held(before.may),
      must: held(before.must),
      dropped: this.#slotsIn(before.ever).filter(isTransient),
    };
  }

  #slotsIn(state: StateSet): readonly string[] {
    return [...this.#access.slots].filter(([, number]) => state.has(number)).map(([name]) => name);
  }

  /** Whether an inner node that stands before it on the same page writes what a node reads. */
  #isWrittenEarlier({ earlier, read }: ReadAt): boolean {
    if (earlier.length === 0) return false;
    const slots = this.#slotsFor(read);
    return earlier.some((write) => slots.includes(write.slot));
  }

  #numbersFor(read: StateRead): readonly number[] {
    let numbers = this.#numbers.get(read);
    if (numbers === undefined) {
      numbers = this.#slotsFor(read).flatMap((name) => this.#access.numberOf(name) ?? []);
      this.#numbers.set(read, numbers);
    }
    return numbers;
  }

  #slotsFor(read: StateRead): readonly string[] {
    const slots = slotsOf(read);
    return read.orAttributes ? [...slots, ...[...this.#access.slots.keys()].filter(isOfAttribute)] : slots;
  }

  #holds(state: StateSet, slots: readonly string[]): boolean {
    return holdsOne(
      state,
      slots.flatMap((name) => this.#access.numberOf(name) ?? []),
    );
  }
}

function holdsOne(state: StateSet, numbers: readonly number[]): boolean {
  return state.holdsEverything || numbers.some((number) => state.has(number));
}

function isOfAttribute(name: string): boolean {
  return /^(?:a|transientA)ttribute:/.test(name);
}

const knownSlots = new WeakMap<StateRead, readonly string[]>();

function slotsOf(read: StateRead): readonly string[] {
  let slots = knownSlots.get(read);
  if (slots === undefined) {
    slots = slotsFor(read);
    knownSlots.set(read, slots);
  }
  return slots;
}

/** The slots of which any one satisfies a read, but for the attributes that will do instead. */
export function slotsFor(read: StateRead): readonly string[] {
  if (read.space === "state") return [slot("shared", read.key), slot("transient", read.key)];
  const attributes = [read.key, everyKey].flatMap((key) => [slot("attribute", key), slot("transientAttribute", key)]);
  const { orKey } = read;
  return orKey === undefined ? attributes : [...attributes, slot("shared", orKey), slot("transient", orKey)];
}

/** The vertices that some path visits after a node that may ask the user. */
function afterQuestion({ graph, reached }: WalkedJourney): ReadonlySet<number> {
  const found = new Set<number>();
  for (const vertex of reached) {
    const at = graph.vertices[vertex];
    if (at?.kind !== "node" || asksNothing(at.node)) continue;
    for (const { to } of graph.outgoing[vertex] ?? []) found.add(to);
  }
  for (const vertex of found) for (const { to } of graph.outgoing[vertex] ?? []) found.add(to);
  return found;
}

function keyOfRead({ space, key }: StateRead): string {
  return `${space} ${key}`;
}

function effectOfAll(slots: StateSet): EdgeEffect {
  return { may: slots, known: slots, must: slots, dropped: [] };
}

const noEffect = effectOfAll(StateSet.empty);

/** Keeps one read for each key, because an inner journey needs a key only once. */
function distinct<Unmet extends { readonly read: StateRead }>(unmet: readonly Unmet[]): readonly Unmet[] {
  const byKey = new Map<string, Unmet>();
  for (const one of unmet) {
    const key = `${one.read.space} ${one.read.key} ${one.read.required} ${one.read.script?.isNamed ?? ""}`;
    if (!byKey.has(key)) byKey.set(key, one);
  }
  return [...byKey.values()];
}
