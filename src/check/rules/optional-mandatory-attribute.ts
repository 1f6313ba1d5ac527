import { reaching } from "../../model/graph-reachability.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** What users of a new tenant must have. */
const mandatory: ReadonlySet<string> = new Set(["userName", "givenName", "sn", "mail"]);

/**
 * Reports attributes that a new account must have and a user may leave empty: the account is refused then. A tenant
 * can make attributes optional, so a finding may be harmless.
 */
export const optionalMandatoryAttribute = journeyRule(
  "optional-mandatory-attribute",
  "may-overreport",
  (facts, report) => {
    const { graph, journey } = facts;
    for (const { index, node } of facts.playing("creates-account")) {
      if (node.typeId !== "CreateObjectNode") continue;
      const resource =
        node.properties.get("identityResource")?.value ?? journey.settings.get("identityResource")?.value;
      if (typeof resource !== "string" || !/^managed\/(?:\w+_)?user$/.test(resource)) continue;
      for (const before of reaching(graph, index)) {
        const vertex = graph.vertices[before];
        if (vertex?.kind !== "node" || !facts.reached.has(before)) continue;
        for (const asks of [vertex.node, ...vertex.node.children]) {
          const { typeId, properties } = asks;
          const attributes = properties.get("attributesToCollect")?.value;
          if (typeId !== "AttributeCollectorNode" || !Array.isArray(attributes)) continue;
          const required = properties.get("required");
          if (required?.value !== false || properties.get("validateInputs")?.value === true) continue;
          const optional = attributes.filter((each) => typeof each === "string" && mandatory.has(each)) as string[];
          if (optional.length === 0) continue;
          report({ at: required.place, args: { node: nodeLabel(asks), attributes: optional, saves: nodeLabel(node) } });
        }
      }
    }
  },
);
