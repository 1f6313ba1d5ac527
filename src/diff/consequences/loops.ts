import type { GraphEdge } from "../../model/graph.js";
import { loops, stronglyConnectedComponents } from "../../model/graph-components.js";
import { filteredGraph, shortestCycle } from "../../model/graph-cycle.js";
import { shortestPath } from "../../model/graph-path.js";
import type { Consequence } from "../difference.js";
import { type ComparedVersion, nodeAt, stepLabels, type Versions } from "./versions.js";

/** Finds loops that a user can get into and could not before, and loops that are gone. */
export function changedLoops({ before, after }: Versions): readonly Consequence[] {
  const old = loopsOf(before);
  const now = loopsOf(after);
  return [...freshLoops(after, now, before, old, "loop-appeared"), ...freshLoops(before, old, after, now, "loop-gone")];
}

function loopsOf({ graph, reached }: ComparedVersion): readonly (readonly number[])[] {
  return loops(graph, stronglyConnectedComponents(graph)).filter(
    ([first]) => first !== undefined && reached.has(first),
  );
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
    const partners = group.flatMap((vertex) => {
      const node = nodeAt(version.graph, vertex);
      const partner = node && version.partnerOf(node);
      const at = partner && other.vertexOf.get(partner);
      return at === undefined ? [] : [at];
    });
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
  const within = filteredGraph(graph, ({ from, to }) => group.has(from) && group.has(to));
  const [first, ...others] = [...group].sort((left, right) => left - right);
  if (first === undefined) return undefined;
  for (const edge of [first, ...others].flatMap((vertex) => within.outgoing[vertex] ?? [])) {
    const back = own.has(edge.connection) ? shortestPath(within, edge.to, edge.from) : undefined;
    if (back !== undefined) return [edge, ...back];
  }
  return shortestCycle(within, first);
}
