import { createGraph, type GraphEdge, type JourneyGraph } from "../model/graph.js";
import { immediateDominators } from "../model/graph-dominators.js";
import { shortestPath } from "../model/graph-path.js";
import { reachableFrom, reaching } from "../model/graph-reachability.js";
import type { Connection, JourneyNode } from "../model/model.js";
import type { Consequence, StepLabel } from "./difference.js";
import { type JourneyPair, labelOf, leadsToSame, outcomeName } from "./journey-pair.js";
import { pairConnections } from "./pair-connections.js";

/** Number of new paths that are shown. Each stands for a new arrow on the way to success. */
const mostPaths = 10;

/** Finds the consequences of a journey's changes: nodes that can no longer be reached, and new paths to success. */
export function consequencesOf(pair: JourneyPair): readonly Consequence[] {
  const before = createGraph(pair.before);
  const after = createGraph(pair.after);
  // A path is shown once, with its most important consequence.
  const told = new Set<GraphEdge>();
  return [...unreachable(pair, before, after), ...bypassed(pair, before, after, told), ...newPaths(pair, after, told)];
}

function unreachable(pair: JourneyPair, before: JourneyGraph, after: JourneyGraph): readonly Consequence[] {
  const reachedBefore = reachedNodes(before);
  const reachedAfter = reachedNodes(after);
  return pair.after.nodes.flatMap((node) => {
    const old = pair.nodes.beforeOf(node);
    const isLost = old !== undefined && reachedBefore.has(old) && !reachedAfter.has(node);
    return isLost ? [{ kind: "unreachable", node: labelOf(node) } as const] : [];
  });
}

function reachedNodes(graph: JourneyGraph): ReadonlySet<JourneyNode> {
  const nodes = [...reachableFrom(graph, graph.start)].map((vertex) => graph.vertices[vertex]);
  return new Set(nodes.flatMap((vertex) => (vertex?.kind === "node" ? [vertex.node] : [])));
}

/** Finds nodes that every path to success used to pass and now need not pass. Removed nodes are reported as removed. */
function bypassed(
  pair: JourneyPair,
  before: JourneyGraph,
  after: JourneyGraph,
  told: Set<GraphEdge>,
): readonly Consequence[] {
  const still = unavoidable(after);
  if (still === undefined) return [];
  const consequences: Consequence[] = [];
  for (const old of unavoidable(before) ?? []) {
    const node = pair.nodes.afterOf(old);
    if (node === undefined || node.page !== undefined || still.has(node)) continue;
    const vertex = after.byName.get(node.name);
    const path = shortestPath(after, after.start, after.success, (edge) => edge.to !== vertex);
    if (path === undefined) continue;
    for (const edge of path) told.add(edge);
    consequences.push({ kind: "bypassed", node: labelOf(node), path: stepsOf(path, after) });
  }
  return consequences;
}

/** The nodes that every path to success passes; `undefined` where no path leads to success. */
function unavoidable(graph: JourneyGraph): ReadonlySet<JourneyNode> | undefined {
  const dominators = immediateDominators(graph);
  if (dominators[graph.success] === undefined) return undefined;
  const nodes = new Set<JourneyNode>();
  for (let at = dominators[graph.success]; at !== undefined; at = dominators[at]) {
    const vertex = graph.vertices[at];
    if (vertex?.kind === "node") nodes.add(vertex.node);
  }
  return nodes;
}

function newPaths(pair: JourneyPair, after: JourneyGraph, told: Set<GraphEdge>): readonly Consequence[] {
  const toSuccess = reaching(after, after.success);
  const fromStart = reachableFrom(after, after.start);
  const added = newConnections(pair);
  const paths: Consequence[] = [];
  for (const edge of after.outgoing.flat()) {
    if (paths.length === mostPaths) break;
    if (told.has(edge) || !fromStart.has(edge.from) || !toSuccess.has(edge.to) || !added.has(edge.connection)) continue;
    const path = [
      ...(shortestPath(after, after.start, edge.from) ?? []),
      edge,
      ...(shortestPath(after, edge.to, after.success) ?? []),
    ];
    for (const passed of path) told.add(passed);
    paths.push({ kind: "new-path", path: stepsOf(path, after) });
  }
  return paths;
}

/** The connections that the old version did not have between the same nodes. */
function newConnections(pair: JourneyPair): ReadonlySet<Connection> {
  const added = new Set<Connection>();
  const { entry } = pair.after;
  if (entry !== undefined && !leadsToSame(pair.before.entry, entry, pair)) added.add(entry);
  for (const node of pair.after.nodes) {
    const old = pair.nodes.beforeOf(node);
    const pairs = old && pairConnections(old, node, pair);
    for (const { before, after } of pairs ?? node.connections.map((after) => ({ before: undefined, after }))) {
      if (after !== undefined && !leadsToSame(before, after, pair)) added.add(after);
    }
  }
  return added;
}

function stepsOf(path: readonly GraphEdge[], graph: JourneyGraph): readonly StepLabel[] {
  const steps = path.map(({ from, connection }): StepLabel => {
    const vertex = graph.vertices[from];
    if (vertex?.kind !== "node") return { node: vertex?.kind ?? "", outcome: "" };
    const isOnly = vertex.node.outcomes.length === 1;
    return { node: vertex.node.name, outcome: isOnly ? "" : outcomeName(vertex.node, connection.outcomeId) };
  });
  return [...steps, { node: "success", outcome: "" }];
}
