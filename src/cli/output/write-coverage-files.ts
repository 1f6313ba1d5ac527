import { resolve } from "node:path";
import { printable } from "../../diagnostics/render/printable.js";
import { coverageJson } from "../../scenarios/coverage/coverage-json.js";
import { coverageMarks } from "../../scenarios/coverage/coverage-marks.js";
import type { RunCoverage } from "../../scenarios/coverage/run-coverage.js";
import { encodeFileNames } from "../../text/file-name.js";
import { writeSvg } from "../../write/graph/svg.js";
import type { Host } from "../process/host.js";
import { writeBelow } from "./write-folder.js";

/** Writes coverage as `coverage.json`, and one picture for each journey: all of them or none. */
export function writeCoverageFiles(coverage: RunCoverage, folder: string, host: Host): void {
  const names = encodeFileNames(coverage.journeys.map(({ journey }) => journey.id));
  const files = new Map([["coverage.json", `${JSON.stringify(coverageJson(coverage), null, 2)}\n`]]);
  for (const each of coverage.journeys) {
    files.set(`${names.get(each.journey.id)}.coverage.svg`, writeSvg(each.journey, { marks: coverageMarks(each) }));
  }
  for (const { path, status } of writeBelow(resolve(host.workingDirectory, folder), files, host.workingDirectory)) {
    host.talk.write(`${status === "written" ? "written    " : "unchanged  "}${printable(path)}\n`);
  }
}
