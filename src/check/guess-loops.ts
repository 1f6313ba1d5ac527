import type { EdgeFilter, GraphEdge, GraphVertex, JourneyGraph } from "../model/graph.js";
import { loops, stronglyConnectedComponents } from "../model/graph-components.js";
import { filteredGraph, shortestCycle } from "../model/graph-cycle.js";
import type { JourneyNode } from "../model/model.js";
import { outcomeLabel } from "./describe-node.js";
import { callbacksOf, hasRole } from "./node-behaviour.js";

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

/** A loop in which a wrong guess leads back to the credential check that it begins with, and that nothing limits. */
export interface GuessLoop {
  readonly node: JourneyNode;
  readonly path: readonly GraphEdge[];
  /** All vertices from which the check can be come back to without a limit. */
  readonly vertices: readonly number[];
}

/**
 * Finds loops that repeat a credential check and have nothing that limits the attempts, among vertices that are known to lie on loops
 * and can be reached. A script, an inner journey or an unknown node in the loop may limit them, so such loops are left out.
 */
export function guessLoops(graph: JourneyGraph, looping: readonly number[]): readonly GuessLoop[] {
  if (!looping.some((vertex) => isCheck(graph.vertices[vertex]))) return [];
  const unlimited = new Set(looping.filter((vertex) => cannotLimit(graph.vertices[vertex])));
  const isGuess: EdgeFilter = ({ from, connection }) => {
    const vertex = graph.vertices[from];
    return (
      vertex?.kind !== "node" ||
      !checksCredential(vertex.node) ||
      !notWrong.has(outcomeLabel(vertex.node, connection.outcomeId))
    );
  };
  const within = filteredGraph(graph, (edge) => unlimited.has(edge.from) && unlimited.has(edge.to) && isGuess(edge));
  return loops(within, stronglyConnectedComponents(within)).flatMap((vertices): readonly GuessLoop[] => {
    const [first] = vertices.filter((vertex) => isCheck(graph.vertices[vertex])).sort((left, right) => left - right);
    const vertex = first === undefined ? undefined : graph.vertices[first];
    const path = first === undefined ? undefined : shortestCycle(within, first);
    return vertex?.kind === "node" && path !== undefined ? [{ node: vertex.node, path, vertices }] : [];
  });
}

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
