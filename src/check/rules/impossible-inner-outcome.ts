import type { Journey } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { innerCalls } from "../inner-calls.js";
import { mayLeadElsewhere } from "../open-way.js";
import { reachedNodes } from "../reached-nodes.js";
import { journeyRule, type ModelFacts } from "../rule.js";

/**
 * Reports outcomes of an inner journey that cannot happen, because none of its paths leads to that end. A warning where it
 * can never succeed, a note where it can never fail. Silent where its graph is not complete.
 */
export const impossibleInnerOutcome = journeyRule("impossible-inner-outcome", "may-miss", (journey, report, facts) => {
  for (const { node, setting, inner, isEvaluated } of innerCalls(journey)) {
    const target = isEvaluated ? facts.journeyById(inner) : undefined;
    if (target === undefined || !isWhole(target, facts)) continue;
    const graph = facts.graphOf(target);
    const reached = facts.reachedIn(target);
    for (const [outcomeId, vertex, end] of [
      ["true", graph.success, "succeed"],
      ["false", graph.failure, "fail"],
    ] as const) {
      const connection = node.connections.find((candidate) => candidate.outcomeId === outcomeId);
      if (connection === undefined || reached.has(vertex)) continue;
      const related = [{ place: setting.place, message: `It runs ${inner}` }];
      const severity = end === "succeed" ? "warning" : "info";
      report({ at: connection.place, args: { node: nodeLabel(node), inner, end }, related, severity });
    }
  }
});

/** Whether every way through the journey is visible. */
function isWhole(journey: Journey, facts: ModelFacts): boolean {
  if (facts.isIncomplete(journey) || journey.entry === undefined || journey.entry.target.kind === "foreign")
    return false;
  for (const node of reachedNodes(journey, facts)) {
    if (mayLeadElsewhere(node)) return false;
  }
  return true;
}
