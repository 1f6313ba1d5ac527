import type { Consequence } from "../difference.js";
import type { ComparedModels } from "./compared-models.js";
import { stepLabels, turnOf, type Versions } from "./versions.js";

/**
 * Finds checks that every path to success passed, by one node or another and in inner journeys too, and need not any more. Those of a
 * topic that is told by other consequences are left out.
 */
export function lostChecks(
  { before, after, pair }: Versions,
  models: ComparedModels,
  told: readonly Consequence[],
): readonly Consequence[] {
  if (!before.reached.has(before.graph.success)) return [];
  const topics = new Set(told.flatMap((each) => ("security" in each ? [each.security] : [])));
  return models.after.checks.flatMap((check, index): readonly Consequence[] => {
    const way = check.wayWithout(pair.after.id);
    const [security] = check.topics;
    const wasNeeded = models.before.checks[index]?.isCertain(pair.before.id);
    if (!wasNeeded || way === undefined || security === undefined) return [];
    if (check.topics.some((topic) => topics.has(topic))) return [];
    topics.add(security);
    const version = { graph: way.graph, own: after.own };
    return [
      {
        kind: "check-lost",
        checks: check.topics,
        path: stepLabels(way.path, version),
        turn: turnOf(way.path, version),
        security,
      },
    ];
  });
}
