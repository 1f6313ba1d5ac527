import { BranchCoverage, FileCoverage, type FileCoverageDetail, Position, StatementCoverage, Uri } from "vscode";
import type { FileCoverage as WireCoverage } from "../../../../src/language-server/journey-requests.js";
import { rangeOf } from "../places.js";

const details = new WeakMap<FileCoverage, readonly FileCoverageDetail[]>();

/** The coverage of a file: its nodes with their outcomes, or the lines of a script. */
export function coverageOf({ uri, nodes, lines }: WireCoverage): FileCoverage {
  const inNodes = nodes.map(({ range, visits, outcomes }) => {
    const branches = outcomes.map(
      ({ name, taken, range: at }) => new BranchCoverage(taken, at && rangeOf(at), name === "" ? "outcome" : name),
    );
    return new StatementCoverage(visits, rangeOf(range), branches);
  });
  const inLines = lines.map(({ line, ran, statements }) => {
    const rest = ran > 0 && ran < statements ? [new BranchCoverage(0, new Position(line, 0), "another statement")] : [];
    return new StatementCoverage(ran, new Position(line, 0), rest);
  });
  const all = [...inNodes, ...inLines];
  const file = FileCoverage.fromDetails(Uri.parse(uri), all);
  details.set(file, all);
  return file;
}

export function detailsOf(file: FileCoverage): FileCoverageDetail[] {
  return [...(details.get(file) ?? [])];
}
