import type { EdgeFilter, GraphVertex } from "../../model/graph.js";
import { loops, stronglyConnectedComponents } from "../../model/graph-components.js";
import { filteredGraph, shortestCycle } from "../../model/graph-cycle.js";
import type { JourneyNode } from "../../model/model.js";
import { nodeLabel, outcomeLabel, pathText } from "../describe-node.js";
import { callbacksOf, hasRole } from "../node-behaviour.js";
import { journeyRule } from "../rule.js";

/** Outcomes of credential checks that a wrong guess never leads to. */
const notWrong: ReadonlySet<string> = new Set([
  "true",
  "TRUE",
  "LOCKED",
  "CANCELLED",
  "EXPIRED",
  "successOutcome",
  "notRegisteredOutcome",
  "AUTHENTICATED",
  "MISSING",
]);

/**
 * Reports loops that repeat a credential check and have nothing that limits the attempts. A script, an inner journey or
 * an unknown node in the loop may limit them, so such loops are not reported. A realm-wide account lockout is not
 * visible in the journey, so a finding may be harmless.
 */
export const unlimitedRetry = journeyRule("unlimited-retry", "may-overreport", (facts, report) => {
  if (facts.loops.length === 0 || !facts.plays("checks-credential")) return;
  const { graph, reached } = facts;
  const inLoops = facts.loops.flat();
  if (!inLoops.some((vertex) => isCheck(graph.vertices[vertex]))) return;
  const unlimited = new Set(inLoops.filter((vertex) => reached.has(vertex) && cannotLimit(graph.vertices[vertex])));
  const isGuess: EdgeFilter = ({ from, connection }) => {
    const vertex = graph.vertices[from];
    return (
      vertex?.kind !== "node" ||
      !checksCredential(vertex.node) ||
      !notWrong.has(outcomeLabel(vertex.node, connection.outcomeId))
    );
  };
  const within = filteredGraph(graph, (edge) => unlimited.has(edge.from) && unlimited.has(edge.to) && isGuess(edge));
  for (const group of loops(within, stronglyConnectedComponents(within))) {
    const [first] = group.filter((vertex) => isCheck(graph.vertices[vertex])).sort((left, right) => left - right);
    const vertex = first === undefined ? undefined : graph.vertices[first];
    const cycle = first === undefined ? undefined : shortestCycle(within, first);
    if (vertex?.kind !== "node" || cycle === undefined) continue;
    report({ at: vertex.node.namePlace, args: { node: nodeLabel(vertex.node), path: pathText(graph, cycle) } });
  }
});

function isCheck(vertex: GraphVertex | undefined): boolean {
  return vertex?.kind === "node" && checksCredential(vertex.node);
}

function checksCredential(node: JourneyNode): boolean {
  return hasRole(node, "checks-credential");
}

function cannotLimit(vertex: GraphVertex | undefined): boolean {
  if (vertex?.kind !== "node") return false;
  const { node } = vertex;
  if (hasRole(node, "limits-retries") || hasRole(node, "locks-account")) return false;
  return node.children.length > 0 ? node.children.every(isPlain) : isPlain(node);
}

/** Whether a node is known and is neither a script nor an inner journey. */
function isPlain(node: JourneyNode): boolean {
  const callbacks = callbacksOf(node);
  return callbacks?.every((callback) => callback.type !== "*") === true;
}
