import type { Journey, JourneyNode } from "../model/model.js";
import type { ModelFacts } from "./rule.js";

/** The nodes that some path from `start` visits, in the author's order. */
export function* reachedNodes(journey: Journey, facts: ModelFacts): Iterable<JourneyNode> {
  const graph = facts.graphOf(journey);
  const reached = facts.reachedIn(journey);
  for (const [index, vertex] of graph.vertices.entries()) {
    if (vertex.kind === "node" && reached.has(index)) yield vertex.node;
  }
}
