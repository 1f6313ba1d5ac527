import { reachableFrom } from "../../model/graph-reachability.js";
import type { JourneyFacts } from "../journey-facts.js";
import { hasRole } from "../node-behaviour.js";

/**
 * Whether a journey runs another one only for users whose account it has found, or who have proved who they are: what the other one shows for users
 * without an account, nobody sees.
 */
export function runsForFoundAccounts({ graph, proofs, calls }: JourneyFacts, inner: string): boolean {
  const callers = new Set(
    calls.flatMap((call) => (call.inner === inner ? (graph.byName.get(call.node.name) ?? []) : [])),
  );
  if (![...callers].some((index) => proofs.unprovenVertices.has(index))) return true;
  const unproven = proofs.unprovenEdges();
  const unfound = reachableFrom(graph, graph.start, (edge) => {
    const vertex = graph.vertices[edge.from];
    const finds = vertex?.kind === "node" && hasRole(vertex.node, "identifies-account");
    return unproven(edge) && !(finds && edge.connection.outcomeId === "true");
  });
  return ![...callers].some((index) => unfound.has(index));
}
