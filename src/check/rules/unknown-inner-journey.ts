import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports inner journeys that are neither among those checked nor named in `journeys.external`, once for each journey
 * that runs them.
 */
export const unknownInnerJourney = journeyRule(
  "unknown-inner-journey",
  "may-overreport",
  (facts, report) => {
    const reported = new Set<string>();
    for (const { node, setting, inner } of facts.calls) {
      if (facts.model.journeyById(inner) || facts.model.externalJourneys.has(inner) || reported.has(inner)) continue;
      reported.add(inner);
      const near = facts.model.nearestJourney(inner);
      const help = near === undefined ? {} : { help: `Did you mean "${near}"?` };
      report({ at: setting.place, args: { node: nodeLabel(node), inner }, ...help });
    }
  },
  { evenIfIncomplete: true },
);
