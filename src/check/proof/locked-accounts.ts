import { versionOf } from "../../catalogue/catalogue.js";
import type { EdgeFilter, GraphEdge, JourneyGraph } from "../../model/graph.js";
import type { JourneyNode } from "../../model/model.js";
import { hasRole } from "../node-behaviour.js";

const decision = "AccountActiveDecisionNode";

/**
 * Tells which edges say that an account is active although the journey has locked it on every way there, as far as `follow` lets it come: the
 * platform never takes them.
 */
export function closedByLock(graph: JourneyGraph, follow: EdgeFilter): EdgeFilter {
  let closed: ReadonlySet<number> | undefined;
  const isActive = ({ from, connection }: GraphEdge) => {
    const vertex = graph.vertices[from];
    return vertex?.kind === "node" && vertex.node.typeId === decision && connection.outcomeId === "true";
  };
  return (edge) => {
    if (!isActive(edge)) return false;
    closed ??= reachedLockedOnly(graph, (other) => follow(other), isActive);
    return closed.has(edge.from);
  };
}

/** The vertices that are reached with a locked account, and never with another one. */
function reachedLockedOnly(
  graph: JourneyGraph,
  follow: EdgeFilter,
  isActive: (edge: GraphEdge) => boolean,
): ReadonlySet<number> {
  const locked = new Set<number>();
  const other = new Set([graph.start]);
  const open: { readonly vertex: number; readonly isLocked: boolean }[] = [{ vertex: graph.start, isLocked: false }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const edge of graph.outgoing[at.vertex] ?? []) {
      if (!follow(edge) || (at.isLocked && isActive(edge))) continue;
      const vertex = graph.vertices[at.vertex];
      const isLocked = vertex?.kind === "node" ? isLockedBehind(vertex.node, at.isLocked) : at.isLocked;
      const reached = isLocked ? locked : other;
      if (reached.has(edge.to)) continue;
      reached.add(edge.to);
      open.push({ vertex: edge.to, isLocked });
    }
  }
  return new Set([...locked].filter((vertex) => !other.has(vertex)));
}

function isLockedBehind(node: JourneyNode, isLocked: boolean): boolean {
  if (hasRole(node, "locks-account")) return (node.properties.get("lockAction")?.value ?? "LOCK") === "LOCK";
  return isLocked && ![node, ...node.children].some(mayMeanAnother);
}

/** Whether another account is meant behind a node. */
function mayMeanAnother({ type, typeId, version }: JourneyNode): boolean {
  const known = type && versionOf(type, version);
  if (known === undefined || typeId === "InnerTreeEvaluatorNode") return true;
  return known.outputs === undefined || known.outputs.some(({ key }) => key === "username" || key === "*");
}
