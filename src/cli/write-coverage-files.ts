import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { printable } from "../diagnostics/render/printable.js";
import { coverageJson } from "../simulate/coverage/coverage-json.js";
import { coverageMarks } from "../simulate/coverage/coverage-marks.js";
import { encodeFileNames } from "../text/file-name.js";
import { writeSvg } from "../write/graph/svg.js";
import { writeFileAtomically } from "./atomic-write.js";
import { shownPath } from "./find-sources.js";
import type { Host } from "./host.js";
import { describeFileProblem } from "./read-text.js";
import type { TestRun } from "./run-scenarios.js";
import { UsageError } from "./usage-error.js";

/** Writes coverage as `coverage.json`, and one picture for each journey. */
export function writeCoverageFiles({ report }: TestRun, folder: string, host: Host): void {
  const coverage = report.coverage ?? [];
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
