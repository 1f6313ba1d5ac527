import type { RelatedPlace } from "../diagnostics/diagnostic.js";
import type { JourneyGraph } from "../model/graph.js";
import { stronglyConnectedComponents } from "../model/graph-components.js";
import type { JourneyNode } from "../model/model.js";
import { nodeLabel } from "./describe-node.js";

/** Nodes with one common cause: the first of them, and the nodes behind it. */
export interface NodeGroup {
  readonly head: JourneyNode;
  readonly others: readonly JourneyNode[];
}

/**
 * Divides a set of vertices into groups, so that one cause is reported once. A group starts at a vertex that no other
 * member of the set leads to (except from its own loop), and contains the vertices reached from there that are not in a
 * group yet.
 */
export function groupNodes(graph: JourneyGraph, members: ReadonlySet<number>): readonly NodeGroup[] {
  const groups: NodeGroup[] = [];
  const taken = new Set<number>();
  for (const head of headsOf(graph, members)) {
    const found = new Set([head]);
    taken.add(head);
    for (const vertex of found) {
      for (const { to } of graph.outgoing[vertex] ?? []) {
        if (!members.has(to) || taken.has(to)) continue;
        taken.add(to);
        found.add(to);
      }
    }
    const [first, ...others] = [...found].flatMap((vertex) => nodeAt(graph, vertex));
    if (first) groups.push({ head: first, others });
  }
  return groups;
}

/** One vertex of each loop or single vertex that no other member leads to, in the author's order. */
function headsOf(graph: JourneyGraph, members: ReadonlySet<number>): readonly number[] {
  const { groups, groupOf } = stronglyConnectedComponents(graph);
  const entered = new Set<number>();
  for (const vertex of members) {
    for (const { to } of graph.outgoing[vertex] ?? []) {
      if (members.has(to) && groupOf[to] !== groupOf[vertex]) entered.add(groupOf[to] ?? -1);
    }
  }
  const heads = new Map<number, number>();
  for (const vertex of [...members].sort((left, right) => left - right)) {
    const group = groupOf[vertex] ?? -1;
    if (groups[group] && !entered.has(group) && !heads.has(group)) heads.set(group, vertex);
  }
  return [...heads.values()];
}

function nodeAt(graph: JourneyGraph, vertex: number): readonly JourneyNode[] {
  const found = graph.vertices[vertex];
  return found?.kind === "node" ? [found.node] : [];
}

const shownRelated = 5;

/** The other nodes of a group as related places, the first few of them. */
export function relatedNodes(
  nodes: readonly JourneyNode[],
  message: (label: string) => string,
): readonly RelatedPlace[] {
  return nodes.slice(0, shownRelated).map((node) => ({ place: node.namePlace, message: message(nodeLabel(node)) }));
}
