import type { DiagnosticExtras, Place } from "../../diagnostics/diagnostic.js";
import type { EdgeFilter, GraphEdge, GraphVertex } from "../../model/graph.js";
import { shortestPath } from "../../model/graph-path.js";
import { reachableFrom, reaching } from "../../model/graph-reachability.js";
import type { JourneyNode } from "../../model/model.js";
import { edgePast, edgeText } from "../arrows-past.js";
import { nodeLabel, pathText } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { hasRole } from "../node-behaviour.js";
import { ignoresCheck, meaningOf } from "../outcome-meaning.js";
import { placesOfPath } from "../path-places.js";
import { journeyRule } from "../rule.js";

/**
 * Reports journeys that end in success, and therefore create a session, for a user who has only been named: also those that others
 * run, unless they are marked as inner journeys, since users may start them, too. Paths
 * through scripts, unknown nodes and unknown inner journeys are not reported. A journey with `noSession` creates no
 * session.
 */
export const successWithoutCredential = journeyRule("success-without-credential", "may-miss", (facts, report) => {
  const { journey, graph, proofs } = facts;
  if (journey.settings.get("noSession")?.value === true) return;
  if (!proofs.unprovenVertices.has(graph.success) || facts.needsGivenState) return;
  const isUnproven = proofs.unprovenEdges();
  // Where a node on the path changes the account without proof, or its check has no effect, other rules report the cause.
  const unproven: EdgeFilter = (edge) =>
    isUnproven(edge) && !writesAccount(graph.vertices[edge.from]) && !ignoresCheck(graph, edge);
  const ending = reaching(graph, graph.success, unproven);
  const state = facts.state;
  const namesUser = [...reachableFrom(graph, graph.start, unproven)]
    .flatMap((vertex) => graph.outgoing[vertex] ?? [])
    .find((edge) => ending.has(edge.to) && unproven(edge) && state.writesOn(edge, "username"));
  if (namesUser === undefined) return;
  const path = [
    ...(shortestPath(graph, graph.start, namesUser.from, unproven) ?? []),
    namesUser,
    ...(shortestPath(graph, namesUser.to, graph.success, unproven) ?? []),
  ];
  const [last] = path.slice(-1);
  // A requirement that is broken says more.
  const required = journey.rules.filter((rule) => rule.kind === "require" && rule.before.kind === "success");
  const restsOn = [...required.map(({ place }) => place), ...placesOfPath(graph, path)];
  const at = last?.connection.place ?? journey.place;
  report({ at, args: { path: pathText(graph, path) }, restsOn, ...arrowPastCheck(path, facts) });
});

/** The arrow of a path that leads to where a check of a credential leads whoever has passed it, where there is one such arrow and one check. */
function arrowPastCheck(
  path: readonly GraphEdge[],
  facts: JourneyFacts,
): (DiagnosticExtras & { readonly at: Place }) | undefined {
  const isPassed = (node: JourneyNode, { connection }: GraphEdge) =>
    hasRole(node, "checks-credential") && meaningOf(node, connection.outcomeId) === "done";
  const past = edgePast(path, facts, isPassed);
  if (past === undefined) return undefined;
  const { edge, node } = past;
  const help = `Did you mean \`${edgeText(facts.graph, edge)} -> ${nodeLabel(node)}\`?`;
  const message = `This arrow leads past ${nodeLabel(node)}, which checks who the user is`;
  return { at: edge.connection.targetPlace, help, related: [{ place: node.namePlace, message }] };
}

function writesAccount(vertex: GraphVertex | undefined): boolean {
  return vertex?.kind === "node" && hasRole(vertex.node, "writes-account");
}
