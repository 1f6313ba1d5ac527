import { isFromExport, nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/**
 * Reports inner journeys that are neither among those checked nor named in `journeys.external`, once for each journey
 * that runs them. It is a warning in text, where all journeys of a project are checked together; and a note for an
 * export, which may have been made without the inner ones.
 */
export const unknownInnerJourney = journeyRule(
  "unknown-inner-journey",
  "may-overreport",
  (facts, report) => {
    const { journey } = facts;
    const severity = isFromExport(journey) ? "info" : "warning";
    const reported = new Set<string>();
    for (const { node, setting, inner } of facts.calls) {
      if (facts.model.journeyById(inner) || facts.model.externalJourneys.has(inner) || reported.has(inner)) continue;
      reported.add(inner);
      const near = facts.model.nearestJourney(inner);
      const help = near === undefined ? {} : { help: `Did you mean "${near}"?` };
      report({ at: setting.place, args: { node: nodeLabel(node), inner }, severity, ...help });
    }
  },
  { evenIfIncomplete: true },
);
