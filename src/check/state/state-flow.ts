import type { JourneyGraph } from "../../model/graph.js";
import { asksAlways } from "../node-behaviour.js";
import type { EdgeEffect, JourneyAccess } from "./journey-access.js";
import { attributesKey, isTransient, keyOf } from "./slot.js";
import { StateSet } from "./state-set.js";

/** The state that a vertex finds when it is reached. */
export interface StateBefore {
  /** Slots that some path has written and the platform has kept. */
  readonly may: StateSet;
  /** Slots that every path has written and the platform has kept. */
  readonly must: StateSet;
  /** Slots that some path has written, whether kept or not. */
  readonly ever: StateSet;
}

/** What the edges of a journey do to its state. */
type Effects = Pick<JourneyAccess, "slots" | "effectOf" | "isNamedAt">;

/** The state that was followed through a journey, and what it depends on. */
export interface FollowedState {
  readonly graph: JourneyGraph;
  readonly access: JourneyAccess;
  /** By vertex; `undefined` for those that no path visits. */
  readonly before: readonly (StateBefore | undefined)[];
}

/** Follows the state through a journey; not again where it is known from a version of it with the same edges, whose nodes do the same to the state. */
export function followState(graph: JourneyGraph, access: JourneyAccess, known?: FollowedState): FollowedState {
  const isKnown = known !== undefined && isFollowedAlike(known, graph, access);
  return { graph, access, before: isKnown ? known.before : flowState(graph, access) };
}

function isFollowedAlike(known: FollowedState, graph: JourneyGraph, access: JourneyAccess): boolean {
  if (!hasEdgesOf(graph, known.graph) || !access.hasSlotsOf(known.access)) return false;
  return graph.outgoing.every((edges, vertex) => {
    if (access.isSameAt(vertex, known.access)) return true;
    if (asksAt(vertex, graph) !== asksAt(vertex, known.graph)) return false;
    const [names, others] = [new Set(access.namesAt(vertex)), new Set(known.access.namesAt(vertex))];
    if (names.size !== others.size || ![...names].every((name) => others.has(name))) return false;
    return edges.every((edge, index) => {
      const other = known.graph.outgoing[vertex]?.[index];
      return other !== undefined && isLike(access.effectOf(edge, graph), known.access.effectOf(other, known.graph));
    });
  });
}

function hasEdgesOf({ outgoing }: JourneyGraph, other: JourneyGraph): boolean {
  return (
    outgoing.length === other.outgoing.length &&
    outgoing.every((edges, vertex) => {
      const others = other.outgoing[vertex];
      return (
        edges === others ||
        (edges.length === others?.length && edges.every(({ to }, index) => to === others[index]?.to))
      );
    })
  );
}

function isLike(effect: EdgeEffect, other: EdgeEffect): boolean {
  return (
    effect.may.equals(other.may) &&
    effect.must.equals(other.must) &&
    effect.dropped.length === other.dropped.length &&
    effect.dropped.every((slot, index) => slot === other.dropped[index])
  );
}

function asksAt(index: number, { vertices }: JourneyGraph): boolean {
  const vertex = vertices[index];
  return vertex?.kind === "node" && asksAlways(vertex.node);
}

/**
 * Follows the state over all paths until nothing changes. Vertices are visited in an order in which most come after
 * their predecessors, so that only loops are visited again.
 */
export function flowState(graph: JourneyGraph, access: Effects): FollowedState["before"] {
  const order = forwardOrder(graph);
  const lost = lostAt(graph, access);
  const before: (StateBefore | undefined)[] = graph.vertices.map(() => undefined);
  before[graph.start] = { may: StateSet.empty, must: StateSet.empty, ever: StateSet.empty };
  // The vertices whose state has changed since it was last passed on.
  const changed = new Set([graph.start]);
  while (changed.size > 0) {
    for (const vertex of order) {
      const here = before[vertex];
      if (here === undefined || !changed.delete(vertex)) continue;
      for (const edge of graph.outgoing[vertex] ?? []) {
        const there = before[edge.to];
        const now = merge(there, pass(here, access.effectOf(edge, graph), lost[vertex]));
        if (now === there) continue;
        before[edge.to] = now;
        changed.add(edge.to);
      }
    }
  }
  return before;
}

/** The state behind an edge. */
function pass(here: StateBefore, effect: EdgeEffect, lost: StateSet | undefined): StateBefore {
  const kept = (state: StateSet) => (lost === undefined ? state : state.without(lost));
  const may = kept(here.may).or(effect.may);
  const must = here.must === here.may && effect.must === effect.may ? may : kept(here.must).or(effect.must);
  let ever = here.ever === here.may && lost === undefined ? may : here.ever.or(effect.may);
  if (effect.dropped.length > 0) ever = ever.or(StateSet.of(effect.dropped));
  return updated(here, may, must, ever);
}

/** What a vertex finds when it is reached by another edge too. */
function merge(there: StateBefore | undefined, arriving: StateBefore): StateBefore {
  if (there === undefined || there === arriving) return arriving;
  const may = there.may.or(arriving.may);
  const isSame = there.ever === there.may && arriving.ever === arriving.may;
  return updated(there, may, there.must.and(arriving.must), isSame ? may : there.ever.or(arriving.ever));
}

/** The same state where nothing has changed. */
function updated(state: StateBefore, may: StateSet, must: StateSet, ever: StateSet): StateBefore {
  return may === state.may && must === state.must && ever === state.ever ? state : { may, must, ever };
}

/**
 * For each vertex that always asks the user, the transient slots that the platform drops there: those whose key no
 * later node declares as input.
 */
function lostAt(graph: JourneyGraph, access: Effects): readonly (StateSet | undefined)[] {
  const transient = [...access.slots].filter(([slot]) => isTransient(slot));
  if (transient.length === 0) return [];
  const lost = graph.vertices.map((_, vertex): number[] | undefined => (asksAt(vertex, graph) ? [] : undefined));
  if (lost.every((slots) => slots === undefined)) return [];
  for (const [slot, number] of transient) {
    const kept = leadingToName(slot, graph, access);
    for (let vertex = 0; vertex < lost.length; vertex++) if (!kept.has(vertex)) lost[vertex]?.push(number);
  }
  return lost.map((slots) => slots && StateSet.of(slots));
}

/** The vertices from which some path leads to a node that declares a slot's key, including that node. */
function leadingToName(slot: string, graph: JourneyGraph, access: Effects): ReadonlySet<number> {
  const isAttribute = slot.startsWith("transientAttribute");
  const found = new Set<number>();
  for (let vertex = 0; vertex < graph.vertices.length; vertex++) {
    if (access.isNamedAt(vertex, keyOf(slot)) || (isAttribute && access.isNamedAt(vertex, attributesKey)))
      found.add(vertex);
  }
  for (const vertex of found) for (const { from } of graph.incoming[vertex] ?? []) found.add(from);
  return found;
}

/** The vertices reachable from the start. Apart from loops, each comes after its predecessors. */
function forwardOrder(graph: JourneyGraph): readonly number[] {
  const order: number[] = [];
  const seen = new Set([graph.start]);
  const open = [{ vertex: graph.start, next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const edge = graph.outgoing[top.vertex]?.[top.next++];
    if (edge === undefined) {
      order.push(top.vertex);
      open.pop();
    } else if (!seen.has(edge.to)) {
      seen.add(edge.to);
      open.push({ vertex: edge.to, next: 0 });
    }
  }
  return order.reverse();
}
