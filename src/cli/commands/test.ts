import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import type { Model } from "../../model/model.js";
import { loadWorld } from "../../project/load-world.js";
import type { ProjectRequest, WatchedFiles } from "../../project/open-project.js";
import { openModel } from "../../project/read-model.js";
import { UsageError } from "../../project/usage-error.js";
import type { ScriptHost } from "../../runtime/script-host.js";
import type { WorldOptions } from "../../runtime/world/world-options.js";
import { CoverageCounter } from "../../scenarios/coverage/coverage.js";
import type { LineCounter } from "../../scenarios/coverage/script-coverage.js";
import { jsonTestReport } from "../../scenarios/report/json.js";
import { junitReport } from "../../scenarios/report/junit.js";
import { prettyReport } from "../../scenarios/report/pretty.js";
import type { TestReport } from "../../scenarios/report/report.js";
import { runScenarios, wantedScenarios } from "../../scenarios/run-scenarios.js";
import { scriptWarnings } from "../../scenarios/script-warnings.js";
import { scriptSandbox } from "../../simulate/scripts/script-sandbox.js";
import { namedChoice } from "../input/named-choice.js";
import { projectOptions } from "../input/project-options.js";
import { worldOptions } from "../input/world-options.js";
import { writePretty } from "../output/report.js";
import { writeCoverageFiles } from "../output/write-coverage-files.js";
import { existingScenarios, writeGenerated } from "../output/write-generated.js";
import { type ExitCode, exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { runOnChanges } from "../process/watch.js";
import { defineCommand } from "./define-command.js";

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
      help: "only scenarios whose title, journey or script contains this text",
    },
    reporter: {
      type: "string",
      short: "r",
      value: reporters.join("|"),
      help: "how results are written (default: pretty)",
    },
    coverage: {
      type: "boolean",
      short: "c",
      help: "show the nodes, outcomes and lines of scripts that no scenario has passed",
    },
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
    if (options.out !== undefined && options.out !== "-" && !options.out.endsWith(".journey")) {
      throw new UsageError(
        `Scenarios are journey text, which ${options.out} would not be read as`,
        "Give --out a name that ends in .journey",
      );
    }
    const request: TestRequest = {
      project: { ...options, paths: positionals },
      world: options.world,
      filter: options.name,
      coverage: options.coverage === true || options["coverage-out"] !== undefined,
      generates: options.generate === true,
      out: options.out,
    };
    const once = async (host: Host) => {
      const run = await runTests(request, host);
      const toOutput = options.generate === true && options.out === "-";
      const generates = options.generate === true && run.errors.length === 0;
      // What is told is the coverage after the new scenarios, which is what the next run will have.
      try {
        if (generates)
          run.report = { ...run.report, generated: await writeGenerated(generatingRun(run), options.out, host) };
      } finally {
        const coverage = run.lines && {
          journeys: run.model.journeys.map((each) => run.counter.coverageOf(each)),
          scripts: run.lines.coverageOfAll(run.model),
        };
        run.report = { ...run.report, coverage };
        tell(run, reporter, host, toOutput);
      }
      if (options["coverage-out"] !== undefined) {
        writeCoverageFiles(run.report.coverage ?? { journeys: [], scripts: [] }, options["coverage-out"], host);
      }
      return run;
    };
    if (options.watch !== true) return verdict(await once(host));
    return runOnChanges(host, async (watched) => {
      const run = await once(watched);
      return { watched: run.watched, result: resultOf(run), isFine: verdict(run) === exitCode.fine };
    });
  },
});

interface TestRequest {
  readonly project: ProjectRequest;
  readonly world: string | undefined;
  /** Only scenarios whose title or journey holds this text. */
  readonly filter: string | undefined;
  readonly coverage: boolean;
  readonly generates: boolean;
  /** Where generated scenarios go; beside their journeys if absent. */
  readonly out: string | undefined;
}

interface TestRun {
  readonly model: Model;
  readonly world: WorldOptions;
  readonly scripts: ScriptHost;
  report: TestReport;
  readonly counter: CoverageCounter;
  /** `undefined` where coverage was not asked for. */
  readonly lines: LineCounter | undefined;
  /** Errors of the journeys themselves. */
  readonly errors: readonly Diagnostic[];
  readonly isUnreadable: boolean;
  readonly watched: WatchedFiles;
}

/** A filter that no scenario fits is a mistake: a pipeline would go on as if all had passed. */
function refuseEmptyChoice(model: Model, filter: string | undefined): void {
  if (filter === undefined || model.scenarios.length === 0 || wantedScenarios(model, filter).length > 0) return;
  const near = nearestName(filter, [
    ...model.scenarios.map(({ title }) => title),
    ...model.journeys.map(({ name }) => name),
    ...model.scenarios.flatMap(({ scriptName }) => scriptName ?? []),
  ]);
  throw new UsageError(
    `No scenario has "${filter}" in its title or in the name of its journey or script`,
    near && `--name "${near}"`,
  );
}

/** Opens the journeys, with the scenarios that an earlier run has generated for them. */
async function openWithGenerated({ project, generates, out }: TestRequest, host: Host) {
  const opened = await openModel(host, project);
  const { paths } = project;
  // Standard input can be read once only.
  if (!generates || paths === undefined || paths.length === 0 || paths.includes("-")) return opened;
  const files = existingScenarios(opened.model.journeys, out, host);
  return files.length === 0 ? opened : openModel(host, { ...project, paths: [...paths, ...files] });
}

/** Opens the journeys and runs their scenarios. Journeys with errors are not run. */
async function runTests(request: TestRequest, host: Host): Promise<TestRun> {
  const { project, model, diagnostics, isUnreadable } = await openWithGenerated(request, host);
  const { realm } = request.project;
  const loaded = loadWorld(host, project.configuration, { realm, world: request.world });
  const errors = [...diagnostics, ...loaded.diagnostics].filter(({ severity }) => severity === "error");
  const lines = request.coverage ? await newLineCounter() : undefined;
  const surroundings = { model, world: loaded.world, scripts: scriptSandbox(lines) };
  refuseEmptyChoice(model, request.filter);
  const results = errors.length > 0 ? [] : await runScenarios(surroundings, request.filter, () => performance.now());
  const counter = new CoverageCounter();
  for (const { path } of results) counter.add(path);
  return {
    ...surroundings,
    report: { results, coverage: undefined, warnings: scriptWarnings(results, model) },
    counter,
    lines,
    errors,
    isUnreadable: isUnreadable || loaded.diagnostics.length > 0,
    watched: project.watched,
  };
}

/** Scenarios are tried in a sandbox that counts no lines. */
function generatingRun(run: TestRun) {
  const counting = run.lines && run.scripts;
  return { ...run, counting, scripts: counting ? scriptSandbox() : run.scripts };
}

/** Loaded when it is asked for, because it reads scripts. */
async function newLineCounter(): Promise<LineCounter> {
  const counting = await import("../../scenarios/coverage/script-coverage.js");
  return new counting.LineCounter();
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

/** The result in a few words, for those who watch. */
function resultOf({ report, errors }: TestRun): string {
  if (errors.length > 0) return `${errors.length} ${errors.length === 1 ? "error" : "errors"}, nothing run`;
  const passed = report.results.filter((result) => result.passed).length;
  return `Tested: ${passed} passed, ${report.results.length - passed} failed`;
}

function verdict({ report, errors, isUnreadable }: TestRun): ExitCode {
  if (isUnreadable) return exitCode.usage;
  const failed = errors.length > 0 || report.results.some(({ passed }) => !passed);
  return failed ? exitCode.findings : exitCode.fine;
}
