import { isPlaceholder } from "../../catalogue/placeholder.js";
import { journeyRule } from "../rule.js";

/** Reports journeys that start at an id that no node has. */
export const staleEntry = journeyRule(
  "stale-entry",
  "proves",
  ({ journey }, report) => {
    const target = journey.entry?.target;
    if (journey.entry === undefined || target?.kind !== "foreign" || isPlaceholder(target.id)) return;
    const help = journey.nodes.length === 0 ? { help: "The journey has no nodes: add some, or remove it." } : {};
    report({ at: journey.entry.targetPlace, args: { journey: journey.id, id: target.id }, ...help });
  },
  { evenIfIncomplete: true },
);
