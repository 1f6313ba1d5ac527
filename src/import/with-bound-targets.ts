import type { Journey, JourneyNode, Target } from "../model/model.js";

/**
 * A journey without the arrows to ids of nodes elsewhere that its text reads as something else. A quoted target that is
 * the name or title of a node is taken for that node, or for a mistake; as no arrow is written, `raw` says the id.
 */
export function withBoundTargets(journey: Journey, built: Journey | undefined): Journey {
  if (built === undefined) return journey;
  const entry = isMisread(journey.entry?.target, built.entry?.target) ? undefined : journey.entry;
  const builtById = new Map(built.nodes.map((node) => [node.id, node]));
  const nodes = journey.nodes.map((node) => withBoundConnections(node, builtById.get(node.id)));
  const isSame = entry === journey.entry && nodes.every((node, index) => node === journey.nodes[index]);
  return isSame ? journey : { ...journey, entry, nodes };
}

function withBoundConnections(node: JourneyNode, built: JourneyNode | undefined): JourneyNode {
  if (!node.connections.some(({ target }) => target.kind === "foreign")) return node;
  const targets = new Map(built?.connections.map(({ outcomeId, target }) => [outcomeId, target]));
  const connections = node.connections.filter(({ outcomeId, target }) => !isMisread(target, targets.get(outcomeId)));
  return connections.length === node.connections.length ? node : { ...node, connections };
}

function isMisread(target: Target | undefined, built: Target | undefined): boolean {
  return target?.kind === "foreign" && !(built?.kind === "foreign" && built.id === target.id);
}
