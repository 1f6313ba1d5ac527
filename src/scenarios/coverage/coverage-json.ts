import { type JourneyCoverage, nodeShare, outcomeShare } from "./coverage.js";

/** Coverage for programs: the form of `schema/test-report.schema.json`. */
export function coverageJson(journeys: readonly JourneyCoverage[]): object {
  return {
    journeys: journeys.map((coverage) => ({
      journey: coverage.journey.id,
      nodes: nodeShare(coverage),
      outcomes: outcomeShare(coverage),
      details: coverage.nodes.map(({ node, typeId, visits, stubbed, outcomes }) => ({
        node,
        type: typeId,
        visits,
        stubbed,
        outcomes: outcomes.map(({ name, taken }) => ({ outcome: name, taken })),
      })),
    })),
  };
}
