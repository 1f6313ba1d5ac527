import type { GraphEdge, JourneyGraph } from "../model/graph.js";
import type { JourneyNode } from "../model/model.js";
import { outcomeWithId } from "../model/outcome-index.js";
import { isWellKnown } from "./proof/proof-of-outcome.js";

/** What an outcome says about the task of its node: it is done, or it has failed. */
export type OutcomeMeaning = "done" | "failed";

/** The tasks whose outcomes have such a meaning: a check of who the user is, a change of an account, or an inner journey. */
export type Task = "check" | "write" | "inner journey";

/** Outcomes that say that somebody has proved who they are, and then something else that a journey may turn them away for. */
const answersMore: ReadonlySet<string> = new Set(["ACCOUNT_EXISTS", "NO_ACCOUNT"]);

/** What lets the user go on after a change of an account, or a check of something else than who the user is. */
const allowed: ReadonlySet<string> = new Set(["PATCHED", "CREATED", "success", "true"]);

/** The node of a page that decides, or the node itself. */
export function deciderOf(node: JourneyNode, child: string | undefined): JourneyNode {
  if (node.children.length === 0) return node;
  return node.children.find(({ name }) => name === child) ?? node.children.at(-1) ?? node;
}

/** The task of a node, or of the node of a page that decides by an outcome; `undefined` where it has none of these. */
export function taskOf(node: JourneyNode, outcomeId: string): Task | undefined {
  const { typeId, type } = deciderOf(node, outcomeWithId(node.outcomes, outcomeId)?.child);
  if (typeId === "InnerTreeEvaluatorNode") return "inner journey";
  if (type === undefined) return undefined;
  if (type.roles?.includes("writes-account") || type.roles?.includes("creates-account")) return "write";
  // A node with one outcome says nothing by it.
  if (type.provenOn === undefined || node.outcomes.length < 2) return undefined;
  return type.roles?.includes("takes-session") ? undefined : "check";
}

/** What an outcome says; `undefined` for one that says neither, such as that a code has expired. */
export function meaningOf(node: JourneyNode, outcomeId: string): OutcomeMeaning | undefined {
  const outcome = outcomeWithId(node.outcomes, outcomeId);
  const decider = deciderOf(node, outcome?.child);
  const word = outcome?.outcome ?? outcomeId;
  if (decider.typeId === "InnerTreeEvaluatorNode")
    return word === "true" ? "done" : word === "false" ? "failed" : undefined;
  if (!isWellKnown(decider)) return undefined;
  const { provenOn, failedOn } = decider.type ?? {};
  if (failedOn?.includes(word)) return "failed";
  if (provenOn?.includes(word) && !answersMore.has(word)) return "done";
  return failedOn !== undefined && allowed.has(word) ? "done" : undefined;
}

/**
 * The outcome of a node's success that leads where an outcome of its failure does; `success` where that leads straight to
 * the end of this name. `undefined`: the failure has an effect, or the edge is for no failure.
 */
export function sameAsFailure(graph: JourneyGraph, edge: GraphEdge): GraphEdge | "success" | undefined {
  const vertex = graph.vertices[edge.from];
  if (vertex?.kind !== "node" || edge.to === graph.failure) return undefined;
  const { node } = vertex;
  if (meaningOf(node, edge.connection.outcomeId) !== "failed") return undefined;
  const done = (graph.outgoing[edge.from] ?? []).find(
    ({ to, connection }) => to === edge.to && meaningOf(node, connection.outcomeId) === "done",
  );
  return done ?? (edge.to === graph.success ? "success" : undefined);
}

/** Whether an edge is for a failed check that has no effect, which `failure-goes-on` reports. */
export function ignoresCheck(graph: JourneyGraph, edge: GraphEdge): boolean {
  const vertex = graph.vertices[edge.from];
  if (vertex?.kind !== "node" || taskOf(vertex.node, edge.connection.outcomeId) !== "check") return false;
  return sameAsFailure(graph, edge) !== undefined;
}
