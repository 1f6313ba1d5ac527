import type { JourneyGraph } from "../../model/graph.js";
import { hasRole } from "../node-behaviour.js";
import { BitSet } from "./bit-set.js";
import type { EdgeEffect, JourneyAccess } from "./journey-access.js";
import { attributesKey, isTransient, keyOf } from "./slot.js";
import { StateSet } from "./state-set.js";

/** The state in front of a vertex. */
export interface StateBefore {
  /** What some path has written and the platform has kept. */
  readonly may: StateSet;
  /** What every path has written and the platform has kept. */
  readonly must: StateSet;
  /** What some path has written, kept or not. */
  readonly ever: StateSet;
}

/**
 * Follows the state over all paths until nothing changes. Vertices are taken in an order in which most come after those
 * that lead to them, so that only loops are gone through again. `undefined` for vertices that no path visits.
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
  // Where the state has changed since it was last passed on.
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

/** What comes in by another edge. Only what every path has written needs a set of its own; the rest is added in place. */
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
 * The transient slots that the platform drops at each vertex that always asks the user: those whose key no node from here
 * on names as an input.
 */
function lostAt(graph: JourneyGraph, access: JourneyAccess): readonly (BitSet | undefined)[] {
  const transient = [...access.slots].filter(([slot]) => isTransient(slot));
  if (transient.length === 0) return [];
  const lost = graph.vertices.map((vertex) =>
    vertex.kind === "node" && hasRole(vertex.node, "always-asks") ? new BitSet(access.slotCount) : undefined,
  );
  if (lost.every((slots) => slots === undefined)) return [];
  for (const [slot, number] of transient) {
    const kept = leadingToName(slot, graph, access);
    for (let vertex = 0; vertex < lost.length; vertex++) if (!kept.has(vertex)) lost[vertex]?.add(number);
  }
  return lost;
}

/** The vertices from which some path comes to a node that names a slot's key, that node included. */
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

/** The vertices that are reached from the start, each after those that lead to it, loops aside. */
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
