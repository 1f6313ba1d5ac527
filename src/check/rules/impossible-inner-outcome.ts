import type { Place, RelatedPlace } from "../../diagnostics/diagnostic.js";
import { reaching } from "../../model/graph-reachability.js";
import { nodeLabel } from "../describe-node.js";
import type { JourneyFacts } from "../journey-facts.js";
import { mayLeadElsewhere } from "../open-way.js";
import { journeyRule } from "../rule.js";

/**
 * Reports outcomes of an inner journey that cannot happen because none of its paths leads to that end. It is a warning
 * where the journey can never succeed, and a note where it can never fail. Nothing is reported where the inner
 * journey's graph is not complete.
 */
export const impossibleInnerOutcome = journeyRule("impossible-inner-outcome", "may-miss", (facts, report) => {
  for (const { node, setting, inner, isEvaluated } of facts.calls) {
    const target = isEvaluated ? facts.model.journeyById(inner) : undefined;
    if (target === undefined) continue;
    const innerFacts = facts.model.factsOf(target);
    if (!isWhole(innerFacts)) continue;
    const { graph, reached } = innerFacts;
    for (const [outcomeId, vertex, end] of [
      ["true", graph.success, "succeed"],
      ["false", graph.failure, "fail"],
    ] as const) {
      const connection = node.connections.find((candidate) => candidate.outcomeId === outcomeId);
      if (connection === undefined || reached.has(vertex)) continue;
      const found = {
        at: connection.place,
        args: { node: nodeLabel(node), inner, end },
        related: [
          { place: setting.place, message: `It runs ${inner}` },
          ...(end === "succeed" ? ends(innerFacts) : []),
        ],
        restsOn: lostWays(innerFacts, vertex),
      };
      if (end === "fail") report({ ...found, severity: "info" });
      else report({ ...found, severity: "warning", help: `Let an arrow of "${inner}" lead to \`success\`.` });
    }
  }
});

const shownEnds = 3;

/** The arrows that end a journey in failure, those first that are the only one of their node: one of them is likely to be meant for its success. */
function ends({ reachedNodes }: JourneyFacts): readonly RelatedPlace[] {
  return [...reachedNodes]
    .sort((left, right) => Math.min(left.outcomes.length, 2) - Math.min(right.outcomes.length, 2))
    .flatMap(({ connections }) => connections.filter(({ target }) => target.kind === "failure"))
    .slice(0, shownEnds)
    .map(({ place }) => ({ place, message: "It ends in failure here" }));
}

/** Whether the graph shows every path through the journey. */
function isWhole({ journey, isIncomplete, reachedNodes }: JourneyFacts): boolean {
  if (isIncomplete || journey.entry === undefined || journey.entry.target.kind === "foreign") return false;
  return !reachedNodes.some(mayLeadElsewhere);
}

/** The nodes that lead to an end, but that no path visits, and the arrows that may have been meant for them. */
function lostWays({ graph, reached, reachedNodes }: JourneyFacts, end: number): readonly Place[] {
  const lost = [...reaching(graph, end)].flatMap((index) => {
    const vertex = graph.vertices[index];
    return vertex?.kind === "node" && !reached.has(index) ? [vertex.node.namePlace] : [];
  });
  if (lost.length === 0) return [];
  return [...lost, ...reachedNodes.flatMap(({ connections }) => connections.map(({ targetPlace }) => targetPlace))];
}
