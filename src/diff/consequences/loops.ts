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

/** Loops that came or went, and the arrows of those that came. */
export interface ChangedLoops {
  readonly consequences: readonly Consequence[];
  readonly path: readonly GraphEdge[];
}

/** Finds loops that a user can get into and could not before, and loops that are gone. Those with arrows that are told already are left out. */
export function changedLoops({ before, after }: Versions, told: ReadonlySet<GraphEdge>): ChangedLoops {
  const old = reachedLoops(before);
  const now = reachedLoops(after);
  const come = freshLoops(after, now, before, old).filter((path) => !path.some((edge) => told.has(edge)));
  const gone = freshLoops(before, old, after, now);
  const consequence = (kind: "loop-appeared" | "loop-gone", path: readonly GraphEdge[], version: ComparedVersion) =>
    ({ kind, path: stepLabels(path, version), turn: 0 }) as const;
  return {
    path: come.flat(),
    consequences: [
      ...come.map((path) => consequence("loop-appeared", path, after)),
      ...gone.map((path) => consequence("loop-gone", path, before)),
    ],
  };
}

function freshLoops(
  version: ComparedVersion,
  groups: readonly (readonly number[])[],
  other: ComparedVersion,
  otherGroups: readonly (readonly number[])[],
): readonly (readonly GraphEdge[])[] {
  const inLoops = new Set(otherGroups.flat());
  return groups.flatMap((group) => {
    const partners = group.flatMap((vertex) => partnerVertex(version, vertex, other) ?? []);
    if (partners.length > 0 && partners.every((vertex) => inLoops.has(vertex))) return [];
    const path = tellingLoop(version, new Set(group));
    return path === undefined ? [] : [path];
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
