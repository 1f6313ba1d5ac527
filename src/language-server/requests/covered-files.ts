import type { ReadProject } from "../../language/language-project.js";
import type { Connection, JourneyNode } from "../../model/model.js";
import type { JourneyCoverage, NodeCoverage } from "../../scenarios/coverage/coverage.js";
import type { RunCoverage } from "../../scenarios/coverage/run-coverage.js";
import { sourceOfScript } from "../../scenarios/script-source.js";
import type { CoveredNode, FileCoverage } from "../journey-requests.js";
import type { Session } from "../session.js";
import { positionsIn } from "../text-positions.js";

/** What was covered, by document. A script whose body stands in an export has no document of its own. */
export function coverageOfFiles(
  { journeys, scripts }: RunCoverage,
  read: ReadProject,
  session: Session,
): readonly FileCoverage[] {
  const nodes = new Map<string, CoveredNode[]>();
  for (const coverage of journeys) {
    const uri = session.uriOf(coverage.journey.place.source, read);
    const known = nodes.get(uri);
    if (known) known.push(...coveredNodes(coverage));
    else nodes.set(uri, coveredNodes(coverage));
  }
  return [
    ...[...nodes].map(([uri, covered]) => ({ uri, nodes: covered, lines: [] })),
    ...scripts.flatMap(({ script, lines }) => {
      if (script.file === undefined) return [];
      const uri = session.uriOf(sourceOfScript(script), read);
      return [{ uri, nodes: [], lines: lines.map(({ line, ...counts }) => ({ line: line - 1, ...counts })) }];
    }),
  ];
}

function coveredNodes({ journey, nodes }: JourneyCoverage): CoveredNode[] {
  const byName = new Map(journey.nodes.map((node) => [node.name, node]));
  return nodes.flatMap((covered) => {
    const node = byName.get(covered.node);
    return node === undefined ? [] : [coveredNode(node, covered)];
  });
}

function coveredNode({ name, namePlace, connections }: JourneyNode, { visits, outcomes }: NodeCoverage): CoveredNode {
  const arrows = new Map(connections.map((connection) => [connection.outcomeId, connection]));
  return {
    name,
    range: positionsIn(namePlace.source).rangeOf(namePlace.range),
    visits,
    outcomes: outcomes.map(({ name: outcome, id, taken }) => ({ name: outcome, taken, ...rangeOf(arrows.get(id)) })),
  };
}

function rangeOf(arrow: Connection | undefined) {
  return arrow && { range: positionsIn(arrow.place.source).rangeOf(arrow.place.range) };
}
