import type { GraphEdge } from "../../model/graph.js";
import { isDominatedBy } from "../../model/graph-dominators.js";
import { shortestPath } from "../../model/graph-path.js";
import type { JourneyNode } from "../../model/model.js";
import type { Consequence, WeakenedTopic } from "../difference.js";
import { labelOf, outcomeName } from "../journey-pair.js";
import type { SecurityTopics } from "./security-topics.js";
import { type ComparedVersion, stepLabels, type Versions } from "./versions.js";

/** What a check protects whose failure must not lead to success. */
const checkingTopics: ReadonlySet<WeakenedTopic> = new Set(["password", "second factor", "risk"]);

/** A check whose failure leads to success, and the path that shows it. */
export interface PassedOtherwise {
  readonly consequences: readonly Consequence[];
  readonly path: readonly GraphEdge[];
}

/**
 * A step that checks a password, a second factor or a risk, on all ways to success or on some, and after which success can be reached by
 * other outcomes than before: as if a failed check were a passed one. It is told beside the shortest path of the old version through it.
 */
export function otherOutcomes(
  old: JourneyNode,
  node: JourneyNode,
  { before, after }: Versions,
  topics: SecurityTopics,
): PassedOtherwise {
  const security = topics.of(old);
  if (security === undefined || !checkingTopics.has(security) || old.outcomes.length < 2) return none;
  const led = waysOn(before, old);
  const known = new Set(old.outcomes.map(({ id }) => id));
  for (const { connection } of led) known.delete(connection.outcomeId);
  // An outcome that the old version did not have never stood for a failed check.
  const fresh = waysOn(after, node).find(({ connection }) => known.has(connection.outcomeId));
  const [usual] = led;
  if (fresh === undefined || usual === undefined) return none;
  const oldPath = pathThrough(usual, before);
  const path = pathThrough(fresh, after);
  const consequence: Consequence = {
    kind: "bypassed",
    node: labelOf(node),
    outcomes: led.map(({ connection }) => outcomeName(old, connection.outcomeId)),
    isRemoved: false,
    security,
    before: stepLabels(oldPath, before),
    turnBefore: oldPath.indexOf(usual),
    path: stepLabels(path, after),
    turn: path.indexOf(fresh),
  };
  return { consequences: [consequence], path };
}

const none: PassedOtherwise = { consequences: [], path: [] };

/** The shortest path to success through an arrow that does not come back to where the arrow starts. */
function pathThrough(edge: GraphEdge, { graph }: ComparedVersion): readonly GraphEdge[] {
  return [
    ...(shortestPath(graph, graph.start, edge.from) ?? []),
    edge,
    ...(shortestPath(graph, edge.to, graph.success, ({ to }) => to !== edge.from) ?? []),
  ];
}

/** The arrows of a node from which success can be reached without coming back to it. */
export function waysOn({ graph, vertexOf, toSuccess }: ComparedVersion, node: JourneyNode): readonly GraphEdge[] {
  const vertex = vertexOf.get(node);
  if (vertex === undefined) return [];
  return (graph.outgoing[vertex] ?? []).filter(
    ({ to }) => (to === graph.success || toSuccess[to] !== undefined) && !isDominatedBy(toSuccess, to, vertex),
  );
}
