import { asksNothing, hasRole } from "../../check/node-behaviour.js";
import { loops, stronglyConnectedComponents } from "../../model/graph-components.js";
import { filteredGraph, shortestCycle } from "../../model/graph-cycle.js";
import type { Consequence } from "../difference.js";
import { type ComparedVersion, nodeAt, stepLabels, type Versions } from "./versions.js";

/**
 * Finds loops in which a user could try only so often, because each way round passed a node that counts attempts or locks
 * the account, and in which none has to be passed any more.
 */
export function unlimitedLoops({ before, after }: Versions): readonly Consequence[] {
  const limited = loops(before.graph, stronglyConnectedComponents(before.graph)).flat();
  const wasUnlimited = new Set(loopsWithoutLimit(before).flat());
  const wasLimited = new Set(limited.filter((vertex) => before.reached.has(vertex) && !wasUnlimited.has(vertex)));
  if (wasLimited.size === 0) return [];
  return loopsWithoutLimit(after).flatMap((group): readonly Consequence[] => {
    if (group.every((vertex) => asksNothingAt(after, vertex))) return [];
    const first = group.find((vertex) => {
      const node = nodeAt(after.graph, vertex);
      const old = node && after.partnerOf(node);
      return old !== undefined && wasLimited.has(before.vertexOf.get(old) ?? -1);
    });
    const inside = new Set(group);
    const within = filteredGraph(after.graph, ({ from, to }) => inside.has(from) && inside.has(to));
    const path = first === undefined ? undefined : shortestCycle(within, first);
    if (path === undefined) return [];
    return [{ kind: "unlimited-loop", path: stepLabels(path, after), turn: 0, security: "lockout" }];
  });
}

/** The loops that remain when no node that limits attempts may be passed. */
function loopsWithoutLimit({ graph, reached }: ComparedVersion): readonly (readonly number[])[] {
  const limits = (vertex: number) => {
    const node = nodeAt(graph, vertex);
    return node !== undefined && (hasRole(node, "limits-retries") || hasRole(node, "locks-account"));
  };
  const without = filteredGraph(graph, ({ from, to }) => !limits(from) && !limits(to));
  return loops(without, stronglyConnectedComponents(without))
    .filter(([first]) => first !== undefined && reached.has(first))
    .map((group) => [...group].sort((left, right) => left - right));
}

function asksNothingAt({ graph }: ComparedVersion, vertex: number): boolean {
  const node = nodeAt(graph, vertex);
  return node === undefined || asksNothing(node);
}
