import { shortestPath } from "../../model/graph-path.js";
import type { Consequence } from "../difference.js";
import { type ComparedVersion, stepLabels, turnOf, type Versions } from "./versions.js";

/** Finds out whether success or failure can no longer be reached, or can be reached for the first time. */
export function changedEnds({ before, after }: Versions): readonly Consequence[] {
  return (["success", "failure"] as const).flatMap((end): readonly Consequence[] => {
    const old = wayTo(end, before);
    const now = wayTo(end, after);
    if (old !== undefined && now === undefined) return [{ kind: "end-lost", end, ...old }];
    return old === undefined && now !== undefined ? [{ kind: "end-gained", end, ...now }] : [];
  });
}

function wayTo(end: "success" | "failure", version: ComparedVersion) {
  const { graph } = version;
  const path = shortestPath(graph, graph.start, graph[end]);
  return path && { path: stepLabels(path, version), turn: turnOf(path, version) };
}
