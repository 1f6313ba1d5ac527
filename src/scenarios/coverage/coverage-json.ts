import { sourceOfScript } from "../script-source.js";
import { nodeShare, outcomeShare } from "./coverage.js";
import type { RunCoverage } from "./run-coverage.js";
import { type LineCoverage, lineShare } from "./script-coverage.js";

/** Coverage as JSON; `schema/test-report.schema.json` describes it. */
export function coverageJson({ journeys, scripts }: RunCoverage): object {
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
    scripts: scripts.map((coverage) => {
      const { title, id } = coverage.script;
      const linesWith = (isWanted: (line: LineCoverage) => boolean) =>
        coverage.lines.filter(isWanted).map(({ line }) => line);
      return {
        script: title,
        id,
        path: sourceOfScript(coverage.script).path,
        lines: lineShare(coverage),
        never: linesWith(({ ran }) => ran === 0),
        partly: linesWith(({ ran, statements }) => ran > 0 && ran < statements),
      };
    }),
  };
}
