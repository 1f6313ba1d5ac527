import type { JourneyNode } from "../../model/model.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports node types that the vendor has deprecated, once for each type in a journey, with the successor if there is
 * one.
 */
export const deprecatedNodeType = journeyRule(
  "deprecated-node-type",
  "proves",
  (facts, report) => {
    const byType = new Map<string, JourneyNode[]>();
    for (const node of facts.nodes) {
      if (node.type?.deprecated !== true) continue;
      const nodes = byType.get(node.typeId);
      if (nodes) nodes.push(node);
      else byType.set(node.typeId, [node]);
    }
    for (const [type, nodes] of byType) {
      const [first, ...others] = nodes;
      if (first === undefined) continue;
      const related = others
        .slice(0, 5)
        .map((node) => ({ place: node.typePlace, message: `${nodeLabel(node)} has this type too` }));
      report({
        at: first.typePlace,
        args: { type, successor: first.type?.supersededBy, count: nodes.length },
        related,
      });
    }
  },
  { evenIfIncomplete: true },
);
