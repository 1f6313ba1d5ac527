import type { Place, RelatedPlace } from "../../diagnostics/diagnostic.js";
import { arrowPlaces } from "../../model/arrow-places.js";
import { reaching } from "../../model/graph-reachability.js";
import type { Connection, JourneyNode, Target } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { isWhole } from "../inner-ends.js";
import type { JourneyFacts } from "../journey-facts.js";
import { journeyRule } from "../rule.js";

/**
 * Reports outcomes of an inner journey that cannot happen because none of its paths leads to that end. It is a warning
 * where the journey can never succeed, and a note where it can never fail or sets the address that its failure leads to. Nothing is reported where the inner
 * journey's graph is not complete, nor where both outcomes lead to the same place.
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
      if (connection === undefined || reached.has(vertex) || losesNothing(connection, node)) continue;
      const found = {
        at: connection.place,
        args: { node: nodeLabel(node), inner, end },
        related: [
          { place: setting.place, message: `It runs ${inner}` },
          ...(end === "succeed" ? ends(innerFacts) : []),
        ],
        restsOn: lostWays(innerFacts, vertex),
      };
      if (end === "fail" || failsOnPurpose(innerFacts)) report({ ...found, severity: "info" });
      else report({ ...found, severity: "warning", help: `Let an arrow of "${inner}" lead to \`success\`.` });
    }
  }
});

/** Whether the other outcome leads to the same place, so that no node is lost behind the one that cannot happen. */
function losesNothing({ outcomeId, target }: Connection, { connections }: JourneyNode): boolean {
  const others = connections.filter((other) => other.outcomeId !== outcomeId);
  return others.length > 0 && others.every((other) => isSameTarget(other.target, target));
}

function isSameTarget(left: Target, right: Target): boolean {
  if (left.kind === "node") return right.kind === "node" && left.id === right.id;
  return left.kind !== "foreign" && left.kind === right.kind;
}

/** Whether a journey says where its failure leads to: then it is made to fail. */
function failsOnPurpose({ reachedNodes }: JourneyFacts): boolean {
  return reachedNodes.some(({ typeId }) => typeId === "SetFailureUrlNode");
}

const shownEnds = 3;

/** The arrows that end a journey in failure, those first that are the only one of their node: one of them is likely to be meant for its success. */
function ends({ reachedNodes }: JourneyFacts): readonly RelatedPlace[] {
  return [...reachedNodes]
    .sort((left, right) => Math.min(left.outcomes.length, 2) - Math.min(right.outcomes.length, 2))
    .flatMap(({ connections }) => connections.filter(({ target }) => target.kind === "failure"))
    .slice(0, shownEnds)
    .map(({ place }) => ({ place, message: "It ends in failure here" }));
}

/** The nodes that lead to an end, but that no path visits, and the arrows that may have been meant for them, or for success. */
function lostWays({ graph, reached, reachedNodes }: JourneyFacts, end: number): readonly Place[] {
  const lost = [...reaching(graph, end)].flatMap((index) => {
    const vertex = graph.vertices[index];
    return vertex?.kind === "node" && !reached.has(index) ? [vertex.node.namePlace] : [];
  });
  if (lost.length === 0 && end === graph.failure) return [];
  return [...lost, ...arrowPlaces(reachedNodes)];
}
