import { guessLoops } from "../../check/guess-loops.js";
import { asksNothing, hasRole } from "../../check/node-behaviour.js";
import type { GraphEdge } from "../../model/graph.js";
import { filteredGraph, shortestCycle } from "../../model/graph-cycle.js";
import type { Consequence } from "../difference.js";
import { labelOf } from "../journey-pair.js";
import {
  type ComparedVersion,
  graphWithin,
  nodeAt,
  partnerVertex,
  reachedLoops,
  stepLabels,
  type Versions,
} from "./versions.js";

/**
 * Finds loops in which a user could try only so often, because each way round passed a node that counts attempts or locks
 * the account, and in which none has to be passed any more.
 */
export function unlimitedLoops({ before, after }: Versions): readonly Consequence[] {
  const wasUnlimited = new Set(loopsWithoutLimit(before).flat());
  const inLoops = reachedLoops(before).flat();
  const wasLimited = new Set(inLoops.filter((vertex) => !wasUnlimited.has(vertex)));
  if (wasLimited.size === 0) return [];
  return loopsWithoutLimit(after).flatMap((group): readonly Consequence[] => {
    if (group.every((vertex) => asksNothingAt(after, vertex))) return [];
    const first = group.find((vertex) => wasLimited.has(partnerVertex(after, vertex, before) ?? -1));
    const within = graphWithin(after.graph, new Set(group));
    const path = first === undefined ? undefined : shortestCycle(within, first);
    if (path === undefined) return [];
    return [{ kind: "unlimited-loop", path: stepLabels(path, after), turn: 0, security: "lockout" }];
  });
}

/** Loops that repeat a check which could not be repeated without limit before, and their arrows. */
export interface RepeatedChecks {
  readonly consequences: readonly Consequence[];
  readonly path: readonly GraphEdge[];
}

/** Finds checks of a password or a code that a user can try again and again now, where a wrong try ended or was counted before. */
export function repeatedChecks({ before, after }: Versions, told: readonly Consequence[]): RepeatedChecks {
  const isTold = new Set(
    told.flatMap((each) => (each.kind === "unlimited-loop" ? each.path : [])).map(({ node }) => node),
  );
  const old = new Set(guessLoops(before.graph, reachedLoops(before).flat()).flatMap(({ vertices }) => vertices));
  const fresh = guessLoops(after.graph, reachedLoops(after).flat()).filter(
    ({ node, vertices }) =>
      !isTold.has(node.name) && !vertices.some((vertex) => old.has(partnerVertex(after, vertex, before) ?? -1)),
  );
  return {
    path: fresh.flatMap(({ path }) => path),
    consequences: fresh.map(({ node, path }) => ({
      kind: "check-repeated",
      node: labelOf(node),
      path: stepLabels(path, after),
      turn: 0,
      security: "lockout",
    })),
  };
}

/** The loops that remain when no node that limits attempts may be passed. */
function loopsWithoutLimit(version: ComparedVersion): readonly (readonly number[])[] {
  const { graph } = version;
  const limits = (vertex: number) => {
    const node = nodeAt(graph, vertex);
    if (node === undefined) return false;
    // Where all outcomes lead to the same node, the attempts are counted for nothing.
    const targets = new Set((graph.outgoing[vertex] ?? []).map(({ to }) => to));
    return (hasRole(node, "limits-retries") && targets.size > 1) || hasRole(node, "locks-account");
  };
  const without = filteredGraph(graph, ({ from, to }) => !limits(from) && !limits(to));
  return reachedLoops(version, without).map((group) => [...group].sort((left, right) => left - right));
}

function asksNothingAt({ graph }: ComparedVersion, vertex: number): boolean {
  const node = nodeAt(graph, vertex);
  return node === undefined || asksNothing(node);
}
