import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { mostMisspeltInId } from "../../model/ids.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** Reports journeys that start at an id that no node has. */
export const staleEntry = journeyRule(
  "stale-entry",
  "proves",
  ({ journey }, report) => {
    const target = journey.entry?.target;
    if (journey.entry === undefined || target?.kind !== "foreign" || isPlaceholder(target.id)) return;
    const { nodes } = journey;
    const right = nearestName(
      target.id,
      nodes.map(({ id }) => id),
      mostMisspeltInId,
    );
    const meant = nodes.find(({ id }) => id === right);
    const advice =
      nodes.length === 0
        ? { help: "The journey has no nodes: add some, or remove it." }
        : meant === undefined
          ? {}
          : {
              help: `One of the two is misspelt: node ${JSON.stringify(nodeLabel(meant))} has the id ${JSON.stringify(meant.id)}.`,
              related: [{ place: meant.place, message: "This node is meant" }],
            };
    report({ at: journey.entry.targetPlace, args: { journey: journey.id, id: target.id }, ...advice });
  },
  { evenIfIncomplete: true },
);
