import type { Mark } from "../../write/graph/mark.js";
import type { JourneyCoverage } from "./coverage.js";

/**
 * Coverage as marks of a picture, in the colours and signs that pictures have: `+` for nodes whose every outcome was
 * taken, `~` for those that lack some, `−` for those that no scenario visits.
 */
export function coverageMarks({ nodes }: JourneyCoverage): ReadonlyMap<string, Mark> {
  return new Map(
    nodes.map(({ node, visits, outcomes }) => {
      if (visits === 0) return [node, "removed"];
      return [node, outcomes.every(({ taken }) => taken > 0) ? "added" : "changed"];
    }),
  );
}
