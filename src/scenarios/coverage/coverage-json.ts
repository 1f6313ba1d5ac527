import { type JourneyCoverage, nodeShare, outcomeShare } from "./coverage.js";

/** Coverage as JSON; `schema/test-report.schema.json` describes it. */
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
