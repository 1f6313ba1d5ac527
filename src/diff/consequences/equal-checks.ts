import type { NodeType } from "../../catalogue/node-type.js";
import { proofOfOutcome } from "../../check/proof/proof-of-outcome.js";
import type { EdgeFilter, JourneyGraph } from "../../model/graph.js";
import type { JourneyNode } from "../../model/model.js";
import type { WeakenedTopic } from "../difference.js";
import { topicOfType } from "./security-topics.js";
import { nodeAt, type Versions } from "./versions.js";
import { protectionOf } from "./weaker-settings.js";

/**
 * Whether every way to success passes at least as many checks of the type and with the protection of an old one as before, so that
 * success no longer needs that one, but one that is equal to it, as where a code comes by SMS or by e-mail. Nothing is known of nodes
 * that prove nothing themselves.
 */
export function isCheckedEqually(old: JourneyNode, topic: WeakenedTopic, { before, after }: Versions): boolean {
  const checks = [old, ...old.children].filter(
    ({ type }) => type?.provenOn !== undefined && topicOfType(type) === topic,
  );
  if (checks.length === 0) return false;
  const kinds = new Set(checks.map(kindOf));
  const types = new Set(checks.map(({ typeId }) => typeId));
  const counts = ({ id }: NodeType) => types.has(id);
  const fewest = (graph: JourneyGraph) =>
    fewestOnTheWay(graph, ({ from, connection }) => {
      const node = nodeAt(graph, from);
      const isEqual = node !== undefined && [node, ...node.children].some((each) => kinds.has(kindOf(each)));
      return isEqual && proofOfOutcome(node, connection.outcomeId, counts) === "proven";
    });
  const [was, is] = [fewest(before.graph), fewest(after.graph)];
  return was !== undefined && is !== undefined && was > 0 && is >= was;
}

function kindOf(node: JourneyNode): string {
  return `${node.typeId} ${protectionOf(node)}`;
}

/** The number of edges of a kind that a path to success has at least; `undefined` where there is no path. */
function fewestOnTheWay(graph: JourneyGraph, isCounted: EdgeFilter): number | undefined {
  const known = new Set<number>();
  let open: readonly number[] = [graph.start];
  for (let count = 0; open.length > 0; count++) {
    const next: number[] = [];
    const level = [...open];
    // The iteration also visits vertices that it has added.
    for (const vertex of level) {
      if (known.has(vertex)) continue;
      known.add(vertex);
      if (vertex === graph.success) return count;
      for (const edge of graph.outgoing[vertex] ?? []) (isCounted(edge) ? next : level).push(edge.to);
    }
    open = next;
  }
  return undefined;
}
