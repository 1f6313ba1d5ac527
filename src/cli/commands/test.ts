import { UsageError } from "../../project/usage-error.js";
import { jsonTestReport } from "../../scenarios/report/json.js";
import { junitReport } from "../../scenarios/report/junit.js";
import { prettyReport } from "../../scenarios/report/pretty.js";
import type { TestReport } from "../../scenarios/report/report.js";
import { namedChoice } from "../input/named-choice.js";
import { projectOptions } from "../input/project-options.js";
import { worldOptions } from "../input/world-options.js";
import { writePretty } from "../output/report.js";
import { writeCoverageFiles } from "../output/write-coverage-files.js";
import { writeGenerated } from "../output/write-generated.js";
import { defineCommand } from "../process/command.js";
import { type ExitCode, exitCode } from "../process/exit-code.js";
import { FolderWatcher } from "../process/folder-watcher.js";
import type { Host } from "../process/host.js";
import { runScenarios, type TestRequest, type TestRun } from "../process/run-scenarios.js";

const reporters = ["pretty", "junit", "json"] as const;
type Reporter = (typeof reporters)[number];

/** How many failures are shown in full. */
const shownInFull = 50;

/** `journeyc test`: runs scenarios. */
export const test = defineCommand({
  usage: "test [paths…]",
  description:
    "Runs scenarios: what users do, and what must follow. Input: .journey files, exports and folders of both; a scenario may\n" +
    "be in another file than its journey. Exit status: 1 when a scenario fails.",
  options: {
    name: {
      type: "string",
      short: "n",
      value: "TEXT",
      help: "only scenarios whose title or journey contains this text",
    },
    reporter: {
      type: "string",
      short: "r",
      value: reporters.join("|"),
      help: "how results are written (default: pretty)",
    },
    coverage: { type: "boolean", short: "c", help: "show the nodes and outcomes that no scenario has passed" },
    "coverage-out": {
      type: "string",
      value: "DIR",
      help: "write coverage to this folder as JSON and pictures; implies --coverage",
    },
    generate: { type: "boolean", short: "g", help: "write scenarios for outcomes that no scenario has taken" },
    out: {
      type: "string",
      short: "o",
      value: "FILE",
      help: "the file for --generate, - for standard output (default: beside the journeys)",
    },
    watch: { type: "boolean", short: "w", help: "run again when a file changes" },
    ...worldOptions,
    ...projectOptions,
  },
  positionals: { minimum: 0, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    const reporter = namedChoice("reporter", options.reporter ?? "pretty", reporters);
    if (options.out !== undefined && options.generate !== true) {
      throw new UsageError("--out is of use with --generate only", "Add --generate");
    }
    const request: TestRequest = {
      paths: positionals,
      project: options,
      world: options.world,
      filter: options.name,
      coverage: options.coverage === true || options["coverage-out"] !== undefined,
    };
    const once = async () => {
      const run = await runScenarios(request, host);
      const toOutput = options.generate === true && options.out === "-";
      tell(run, reporter, host, toOutput);
      if (options["coverage-out"] !== undefined) writeCoverageFiles(run, options["coverage-out"], host);
      if (options.generate === true && run.errors.length === 0) await writeGenerated(run, options.out, host);
      return run;
    };
    if (options.watch === true) return watchAndTest(once, host);
    return verdict(await once());
  },
});

async function watchAndTest(once: () => Promise<TestRun>, host: Host): Promise<ExitCode> {
  const watcher = new FolderWatcher(host);
  let { folders } = await once();
  for (;;) {
    watcher.watch(folders);
    await watcher.changed();
    try {
      ({ folders } = await once());
    } catch (error) {
      // A folder without journeys is a state that an edit passes through.
      if (!(error instanceof UsageError)) throw error;
      host.talk.write(`${error.message}\n`);
    }
  }
}

/** Where scenarios go to standard output, results are talk. */
function tell({ report, errors }: TestRun, reporter: Reporter, host: Host, isTalk: boolean): void {
  writePretty(errors, host.talk);
  if (errors.length > 0 && reporter === "pretty") return;
  const terminal = isTalk ? host.talk : host.output;
  terminal.write(reportText(report, reporter, terminal));
}

function reportText(report: TestReport, reporter: Reporter, { style, columns }: Host["output"]): string {
  switch (reporter) {
    case "pretty":
      return prettyReport(report, { style, columns, limit: shownInFull });
    case "junit":
      return junitReport(report);
    case "json":
      return `${JSON.stringify(jsonTestReport(report), null, 2)}\n`;
    default:
      return reporter satisfies never;
  }
}

function verdict({ report, errors, isUnreadable }: TestRun): ExitCode {
  if (isUnreadable) return exitCode.usage;
  const failed = errors.length > 0 || report.results.some(({ passed }) => !passed);
  return failed ? exitCode.findings : exitCode.fine;
}
