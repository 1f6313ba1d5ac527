import type { GraphEdge } from "../../model/graph.js";
import { shortestCycle } from "../../model/graph-cycle.js";
import { shortestPath } from "../../model/graph-path.js";
import type { Consequence } from "../difference.js";
import {
  type ComparedVersion,
  graphWithin,
  partnerVertex,
  reachedLoops,
  stepLabels,
  type Versions,
} from "./versions.js";

/** Finds loops that a user can get into and could not before, and loops that are gone. */
export function changedLoops({ before, after }: Versions): readonly Consequence[] {
  const old = reachedLoops(before);
  const now = reachedLoops(after);
  return [...freshLoops(after, now, before, old, "loop-appeared"), ...freshLoops(before, old, after, now, "loop-gone")];
}

function freshLoops(
  version: ComparedVersion,
  groups: readonly (readonly number[])[],
  other: ComparedVersion,
  otherGroups: readonly (readonly number[])[],
  kind: "loop-appeared" | "loop-gone",
): readonly Consequence[] {
  const inLoops = new Set(otherGroups.flat());
  return groups.flatMap((group): readonly Consequence[] => {
    const partners = group.flatMap((vertex) => partnerVertex(version, vertex, other) ?? []);
    if (partners.length > 0 && partners.every((vertex) => inLoops.has(vertex))) return [];
    const path = tellingLoop(version, new Set(group));
    return path === undefined ? [] : [{ kind, path: stepLabels(path, version), turn: 0 }];
  });
}

/**
 * The shortest loop through an arrow that only this version has, beginning with that arrow; where there is none, because
 * the loop only became reachable, the shortest one through its first node.
 */
function tellingLoop({ graph, own }: ComparedVersion, group: ReadonlySet<number>): readonly GraphEdge[] | undefined {
  const within = graphWithin(graph, group);
  const [first, ...others] = [...group].sort((left, right) => left - right);
  if (first === undefined) return undefined;
  for (const edge of [first, ...others].flatMap((vertex) => within.outgoing[vertex] ?? [])) {
    const back = own.has(edge.connection) ? shortestPath(within, edge.to, edge.from) : undefined;
    if (back !== undefined) return [edge, ...back];
  }
  return shortestCycle(within, first);
}
