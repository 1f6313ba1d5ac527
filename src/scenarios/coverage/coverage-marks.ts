import type { Mark } from "../../write/graph/mark.js";
import type { JourneyCoverage } from "./coverage.js";

/**
 * Coverage as marks of a picture, with the colours and signs of differences: `+` for nodes of which every outcome was
 * taken, `~` for nodes with outcomes that were not taken, `−` for nodes that no scenario visits.
 */
export function coverageMarks({ nodes }: JourneyCoverage): ReadonlyMap<string, Mark> {
  return new Map(
    nodes.map(({ node, visits, outcomes }) => {
      if (visits === 0) return [node, "removed"];
      return [node, outcomes.every(({ taken }) => taken > 0) ? "added" : "changed"];
    }),
  );
}
