import type { GraphEdge } from "../../model/graph.js";
import { filteredGraph } from "../../model/graph-cycle.js";
import { shortestPath } from "../../model/graph-path.js";
import { reaching } from "../../model/graph-reachability.js";
import type { JourneyNode } from "../../model/model.js";
import type { Consequence, SecurityTopic } from "../difference.js";
import { labelOf, outcomeName } from "../journey-pair.js";
import type { SecurityTopics } from "./security-topics.js";
import { type ComparedVersion, stepLabels, type Versions } from "./versions.js";

/** What a check protects whose failure must not lead to success. */
const checkingTopics: ReadonlySet<SecurityTopic> = new Set(["password", "second factor"]);

/**
 * A step that checks a password or a second factor and that is still passed, but after which success can be reached by other outcomes
 * than before: as if a failed check were a passed one. It is told beside the shortest path of the old version.
 */
export function otherOutcomes(
  old: JourneyNode,
  node: JourneyNode,
  { before, after }: Versions,
  topics: SecurityTopics,
  oldPath: readonly GraphEdge[],
): readonly Consequence[] {
  const security = topics.of(old);
  if (security === undefined || !checkingTopics.has(security) || old.outcomes.length < 2) return [];
  const led = waysOn(before, old);
  const known = new Set(old.outcomes.map(({ id }) => id));
  for (const { connection } of led) known.delete(connection.outcomeId);
  // An outcome that the old version did not have never stood for a failed check.
  const fresh = waysOn(after, node).find(({ connection }) => known.has(connection.outcomeId));
  if (fresh === undefined || led.length === 0) return [];
  const path = [
    ...(shortestPath(after.graph, after.graph.start, fresh.from) ?? []),
    fresh,
    ...(shortestPath(after.graph, fresh.to, after.graph.success, ({ to }) => to !== fresh.from) ?? []),
  ];
  const at = path.indexOf(fresh);
  return [
    {
      kind: "bypassed",
      node: labelOf(node),
      outcomes: led.map(({ connection }) => outcomeName(old, connection.outcomeId)),
      isRemoved: false,
      security,
      before: stepLabels(oldPath, before),
      turnBefore: Math.max(
        0,
        oldPath.findIndex(({ from }) => from === before.vertexOf.get(old)),
      ),
      path: stepLabels(path, after),
      turn: at,
    },
  ];
}

/** The arrows of a node from which success can be reached without coming back to it. */
function waysOn({ graph, vertexOf }: ComparedVersion, node: JourneyNode): readonly GraphEdge[] {
  const vertex = vertexOf.get(node);
  if (vertex === undefined) return [];
  const without = filteredGraph(graph, ({ from }) => from !== vertex);
  const toSuccess = reaching(without, graph.success);
  return (graph.outgoing[vertex] ?? []).filter(({ to }) => toSuccess.has(to));
}
