import type { JourneyGraph } from "../model/graph.js";
import type { Journey, JourneyNode } from "../model/model.js";
import type { DocumentFacts } from "../model/origin.js";
import { isPage } from "../model/pages.js";
import { hasRole } from "./node-behaviour.js";
import { groupNodes, type NodeGroup } from "./node-groups.js";

/** What is known of a journey, as far as its lost nodes need it. */
interface Walked {
  readonly journey: Journey;
  readonly graph: JourneyGraph;
  /** The vertices that some path from `start` visits. */
  readonly reached: ReadonlySet<number>;
  readonly reachedNodes: readonly JourneyNode[];
  readonly document: Pick<DocumentFacts, "nodesOnPages">;
}

/** The nodes that no path from `start` visits, in groups, each with the node from which its others are reached. */
export function findLostGroups({ graph, reached, document, journey, reachedNodes }: Walked): readonly NodeGroup[] {
  if (reachedNodes.length === journey.nodes.length) return [];
  // A node that a page also shows is not lost; `shared-node` reports that it occurs in two places.
  const onPages = document.nodesOnPages();
  const unreached = new Set<number>();
  for (const [index, vertex] of graph.vertices.entries()) {
    if (vertex.kind === "node" && !reached.has(index) && !onPages.has(vertex.node.id)) unreached.add(index);
  }
  return unreached.size === 0 ? [] : groupNodes(graph, unreached);
}

/** The node to which a wrong arrow most likely was to lead: the only one that nothing leads to. */
export function onlyLostNode({ lostGroups }: { readonly lostGroups: readonly NodeGroup[] }): JourneyNode | undefined {
  const [only, second] = lostGroups;
  return second === undefined ? only?.head : undefined;
}

/**
 * Whether a group leads to the node with which the journey starts and nowhere else but to failure, and shows nothing: then the journey once started
 * with it.
 */
export function leadsToStart({ head, others }: NodeGroup, { journey: { entry } }: Pick<Walked, "journey">): boolean {
  if (entry?.target.kind !== "node") return false;
  const first = entry.target.name;
  const group = [head, ...others];
  const own = new Set(group.map(({ name }) => name));
  if (group.some((node) => isPage(node) || node.typeId === "MessageNode" || hasRole(node, "limits-retries")))
    return false;
  const left = group.flatMap(({ connections }) =>
    connections.flatMap(({ target }) => (target.kind === "node" && own.has(target.name) ? [] : [target])),
  );
  const on = left.filter(({ kind }) => kind !== "failure");
  return on.length > 0 && on.every((target) => target.kind === "node" && target.name === first);
}

/** The node that was written right before another one: its open outcome most likely was to lead there. */
export function nodeBefore(
  node: JourneyNode,
  { journey: { nodes } }: Pick<Walked, "journey">,
): JourneyNode | undefined {
  return nodes[nodes.indexOf(node) - 1];
}
