import type { GraphEdge } from "../../model/graph.js";
import { shortestPath } from "../../model/graph-path.js";
import type { JourneyNode } from "../../model/model.js";
import type { Consequence } from "../difference.js";
import { labelOf } from "../journey-pair.js";
import type { ComparedModels } from "./compared-models.js";
import { stepLabels, turnOf, type Versions } from "./versions.js";

/** The steps that every path to success passes for the first time, and the path that shows them. */
export interface Needed {
  readonly consequences: readonly Consequence[];
  readonly path: readonly GraphEdge[];
}

/** Tells the steps, and the checks, that every path to success passes now and need not have passed before. */
export function neededSteps(
  fresh: readonly JourneyNode[],
  { before, after, pair }: Versions,
  models: ComparedModels,
): Needed {
  const { graph } = after;
  const path = shortestPath(graph, graph.start, graph.success);
  if (path === undefined || !before.reached.has(before.graph.success)) return none;
  const checks = models.after.checks.flatMap((check, index) => {
    const wasNeeded = models.before.checks[index]?.isCertain(pair.before.id);
    const isNeeded = check.isCertain(pair.after.id);
    return isNeeded && !wasNeeded && check.topics.length === 1 ? check.topics : [];
  });
  if (fresh.length === 0 && checks.length === 0) return none;
  const shown = { path: stepLabels(path, after), turn: turnOf(path, after) };
  return { consequences: [{ kind: "needed", nodes: fresh.map(labelOf), checks, ...shown }], path };
}

const none: Needed = { consequences: [], path: [] };
