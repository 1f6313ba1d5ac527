import type { EdgeFilter, GraphVertex } from "../../model/graph.js";
import { shortestPath } from "../../model/graph-path.js";
import { reachableFrom, reaching } from "../../model/graph-reachability.js";
import { pathText } from "../describe-node.js";
import { hasRole } from "../node-behaviour.js";
import { ignoresCheck } from "../outcome-meaning.js";
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
  report({ at: last?.connection.place ?? journey.place, args: { path: pathText(graph, path) }, restsOn });
});

function writesAccount(vertex: GraphVertex | undefined): boolean {
  return vertex?.kind === "node" && hasRole(vertex.node, "writes-account");
}
