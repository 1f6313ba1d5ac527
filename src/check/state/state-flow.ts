import type { JourneyGraph } from "../../model/graph.js";
import { asksAlways } from "../node-behaviour.js";
import { BitSet } from "./bit-set.js";
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

/**
 * Follows the state over all paths until nothing changes. Vertices are visited in an order in which most come after
 * their predecessors, so that only loops are visited again. The result is `undefined` for vertices that no path visits.
 */
export function flowState(graph: JourneyGraph, access: JourneyAccess): readonly (StateBefore | undefined)[] {
  const order = forwardOrder(graph);
  const lost = lostAt(graph, access);
  const before: (StateBefore | undefined)[] = graph.vertices.map(() => undefined);
  before[graph.start] = {
    may: new StateSet(access.slotCount),
    must: new StateSet(access.slotCount),
    ever: new StateSet(access.slotCount),
  };
  // The vertices whose state has changed since it was last passed on.
  const changed = new Set([graph.start]);
  while (changed.size > 0) {
    for (const vertex of order) {
      const here = before[vertex];
      if (here === undefined || !changed.delete(vertex)) continue;
      for (const edge of graph.outgoing[vertex] ?? []) {
        const effect = access.effectOf(edge, graph);
        const there = before[edge.to];
        if (there === undefined) before[edge.to] = pass(here, effect, lost[vertex]);
        if (there === undefined || merge(there, here, effect, lost[vertex])) changed.add(edge.to);
      }
    }
  }
  return before;
}

function pass(here: StateBefore, effect: EdgeEffect, lost: BitSet | undefined): StateBefore {
  const may = here.may.copy();
  const must = here.must.copy();
  const ever = here.ever.copy();
  if (lost) {
    may.removeAll(lost);
    must.removeAll(lost);
  }
  may.join(effect.may);
  must.join(effect.must);
  ever.join(effect.may);
  for (const slot of effect.dropped) ever.add(slot);
  return { may, must, ever };
}

/**
 * Merges the state that arrives by another edge. Only `must` needs a temporary set; the others are extended in place.
 */
function merge(there: StateBefore, here: StateBefore, effect: EdgeEffect, lost: BitSet | undefined): boolean {
  const mayGrew = lost ? there.may.joinAllBut(here.may, lost) : there.may.join(here.may);
  const mayGained = there.may.join(effect.may);
  const everGrew = there.ever.join(here.ever);
  const everGained = there.ever.join(effect.may);
  let droppedGained = false;
  for (const slot of effect.dropped) {
    if (there.ever.has(slot)) continue;
    there.ever.add(slot);
    droppedGained = true;
  }
  const must = here.must.copy();
  if (lost) must.removeAll(lost);
  must.join(effect.must);
  const mustShrank = there.must.meet(must);
  return mayGrew || mayGained || everGrew || everGained || droppedGained || mustShrank;
}

/**
 * For each vertex that always asks the user, the transient slots that the platform drops there: those whose key no
 * later node declares as input.
 */
function lostAt(graph: JourneyGraph, access: JourneyAccess): readonly (BitSet | undefined)[] {
  const transient = [...access.slots].filter(([slot]) => isTransient(slot));
  if (transient.length === 0) return [];
  const lost = graph.vertices.map((vertex) =>
    vertex.kind === "node" && asksAlways(vertex.node) ? new BitSet(access.slotCount) : undefined,
  );
  if (lost.every((slots) => slots === undefined)) return [];
  for (const [slot, number] of transient) {
    const kept = leadingToName(slot, graph, access);
    for (let vertex = 0; vertex < lost.length; vertex++) if (!kept.has(vertex)) lost[vertex]?.add(number);
  }
  return lost;
}

/** The vertices from which some path leads to a node that declares a slot's key, including that node. */
function leadingToName(slot: string, graph: JourneyGraph, access: JourneyAccess): ReadonlySet<number> {
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
