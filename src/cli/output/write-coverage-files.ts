import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { printable } from "../../diagnostics/render/printable.js";
import { describeFileProblem } from "../../project/describe-file-problem.js";
import { shownPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import type { JourneyCoverage } from "../../scenarios/coverage/coverage.js";
import { coverageJson } from "../../scenarios/coverage/coverage-json.js";
import { coverageMarks } from "../../scenarios/coverage/coverage-marks.js";
import { encodeFileNames } from "../../text/file-name.js";
import { writeSvg } from "../../write/graph/svg.js";
import type { Host } from "../process/host.js";
import { writeFileAtomically } from "./atomic-write.js";

/** Writes coverage as `coverage.json`, and one picture for each journey. */
export function writeCoverageFiles(coverage: readonly JourneyCoverage[], folder: string, host: Host): void {
  const names = encodeFileNames(coverage.map(({ journey }) => journey.id));
  const write = (name: string, text: string) => {
    const file = join(resolve(host.workingDirectory, folder), name);
    const path = shownPath(file, host.workingDirectory);
    try {
      mkdirSync(resolve(host.workingDirectory, folder), { recursive: true });
      const status = writeFileAtomically(file, text);
      host.talk.write(`${status === "written" ? "written    " : "unchanged  "}${printable(path)}\n`);
    } catch (error) {
      throw new UsageError(`Cannot write ${path}: ${describeFileProblem(error)}`);
    }
  };
  write("coverage.json", `${JSON.stringify(coverageJson(coverage), null, 2)}\n`);
  for (const each of coverage) {
    write(`${names.get(each.journey.id)}.coverage.svg`, writeSvg(each.journey, { marks: coverageMarks(each) }));
  }
}
