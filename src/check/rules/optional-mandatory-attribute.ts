import { reaching } from "../../model/graph-reachability.js";
import { mandatoryAttributes } from "../../model/managed-attributes.js";
import { type Collected, collectedUpTo, findsAccount, isForUsers } from "../collected-attributes.js";
import { nodeLabel } from "../describe-node.js";
import { findLateAnswers } from "../ignored-answers.js";
import type { JourneyFacts } from "../journey-facts.js";
import { journeyRule } from "../rule.js";

/**
 * Reports attributes that a new account must have and that a user may leave empty, or is never asked for: the account is refused then. A tenant
 * can make attributes optional, so a finding may be harmless.
 */
export const optionalMandatoryAttribute = journeyRule(
  "optional-mandatory-attribute",
  "may-overreport",
  (facts, report) => {
    const { graph, journey } = facts;
    const known = new Map<number, Collected>();
    for (const { index, node } of facts.playing("creates-account")) {
      if (node.typeId !== "CreateObjectNode") continue;
      if (!isForUsers(journey, node)) continue;
      const lacking = neverCollected(index, known, facts);
      if (lacking.length > 0) {
        report({
          at: node.namePlace,
          args: { node: undefined, attributes: lacking, saves: nodeLabel(node) },
          // What asks for them behind it is told there.
          restsOn: [
            ...facts.listsOfAttributes,
            ...(findLateAnswers(facts)?.askers ?? []).map(({ namePlace }) => namePlace),
          ],
        });
      }
      for (const before of reaching(graph, index)) {
        const vertex = graph.vertices[before];
        if (vertex?.kind !== "node" || !facts.reached.has(before)) continue;
        for (const asks of [vertex.node, ...vertex.node.children]) {
          const { typeId, properties } = asks;
          const attributes = properties.get("attributesToCollect")?.value;
          if (typeId !== "AttributeCollectorNode" || !Array.isArray(attributes)) continue;
          const required = properties.get("required");
          if (required?.value !== false || properties.get("validateInputs")?.value === true) continue;
          const optional = attributes.filter(
            (each) => typeof each === "string" && mandatoryAttributes.has(each),
          ) as string[];
          if (optional.length === 0) continue;
          report({ at: required.place, args: { node: nodeLabel(asks), attributes: optional, saves: nodeLabel(node) } });
        }
      }
    }
  },
);

/**
 * What nothing before a node collects; nothing where scripts, inner journeys and other nodes may, and where not even a user name is
 * collected, which `nothing-to-save` tells.
 */
function neverCollected(index: number, known: Map<number, Collected>, facts: JourneyFacts): readonly string[] {
  if (!facts.reached.has(index) || facts.isGivenState) return [];
  const { attributes, mayBeAnything } = collectedUpTo(index, facts.graph, known, undefined, findsAccount);
  if (mayBeAnything || !attributes.has("userName")) return [];
  return [...mandatoryAttributes].filter((each) => !attributes.has(each));
}
