import { lookUpType } from "../../catalogue/catalogue.js";
import type { JourneyNode } from "../../model/model.js";
import { cloudSign } from "../cloud-signs.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** The release of PingAM from which on it has a type. */
function sinceOf(typeId: string | undefined): string | undefined {
  const since = typeId === undefined ? undefined : lookUpType(typeId)?.where.since;
  return since !== undefined && /^\d/.test(since) ? since : undefined;
}

/**
 * Reports node types that the vendor has deprecated, once for each type in a journey, with the successor if there is
 * one. PingAM has the successor only from some release on: where nothing shows that the journey is for the cloud, it is a note.
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
      const successor = first.type?.supersededBy;
      const since = cloudSign(facts.journey) === undefined ? sinceOf(successor) : undefined;
      const args = { type, successor, since, count: nodes.length };
      report({ at: first.typePlace, args, related, ...(since === undefined ? {} : { severity: "info" }) });
    }
  },
  { evenIfIncomplete: true },
);
