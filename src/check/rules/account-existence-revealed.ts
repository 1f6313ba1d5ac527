import type { JourneyGraph } from "../../model/graph.js";
import { nodeLabel } from "../describe-node.js";
import { type FirstVisible, firstVisible, lookAlike, visibleNames } from "../proof/first-visible.js";
import { journeyRule } from "../rule.js";

/**
 * Reports nodes that look up an account before any proof, and after which the client sees something different for
 * existing and for unknown accounts. Nodes of one type with the same settings look the same. Nothing is reported where
 * a script, an inner journey or an unknown node comes first, because what it shows is not known; nor in a journey that others run only for users
 * whose account they have found, or that needs others which are not here.
 */
export const accountExistenceRevealed = journeyRule("account-existence-revealed", "may-miss", (facts, report) => {
  const { graph, proofs } = facts;
  // Whoever has just made the account is its owner, and sees what comes of it all the same.
  const withoutOwners = proofs.unprovenEdges(({ roles }) => roles?.includes("creates-account") !== true);
  for (const { index, node } of facts.playing("identifies-account")) {
    if (!proofs.unprovenVertices.has(index)) continue;
    const seen = (graph.outgoing[index] ?? []).map((edge) => firstVisible(graph, edge.to, withoutOwners));
    const [known, unknown] = inOrder(graph, index, seen);
    if (known === undefined || unknown === undefined || lookAlike(known, unknown)) continue;
    const isCalled = facts.model.isCalled(facts.journey);
    if (isCalled ? facts.model.isForFoundAccounts(facts.journey) : facts.needsGivenState) return;
    report({
      at: node.namePlace,
      args: { node: nodeLabel(node), known: namesIn(known), unknown: namesIn(unknown) },
    });
  }
});

/** Puts what the client sees on `true` before what it sees on the other outcome. */
function inOrder(
  graph: JourneyGraph,
  vertex: number,
  seen: readonly (FirstVisible | undefined)[],
): readonly (FirstVisible | undefined)[] {
  if (seen.length !== 2) return [];
  return graph.outgoing[vertex]?.[0]?.connection.outcomeId === "true" ? seen : [...seen].reverse();
}

function namesIn(visible: FirstVisible): string {
  return visibleNames(visible).slice(0, 4).join(" or ") || "nothing";
}
