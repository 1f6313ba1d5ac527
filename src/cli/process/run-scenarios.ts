import { dirname, resolve } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../model/model.js";
import { loadModel } from "../../project/load-model.js";
import { loadWorld } from "../../project/load-world.js";
import type { ScriptHost } from "../../runtime/script-host.js";
import type { WorldOptions } from "../../runtime/world/world-options.js";
import { bindScenarios } from "../../scenarios/bind-scenario.js";
import { CoverageCounter } from "../../scenarios/coverage/coverage.js";
import type { TestReport, TimedResult } from "../../scenarios/report/report.js";
import { runScenario } from "../../scenarios/run-scenario.js";
import type { projectOptions } from "../input/project-options.js";
import type { OptionValues } from "./command.js";
import type { Host } from "./host.js";
import { loadScripts } from "./load-scripts.js";

/** What to run. */
export interface TestRequest {
  readonly paths: readonly string[];
  readonly project: OptionValues<typeof projectOptions>;
  readonly world: string | undefined;
  /** Only scenarios whose title or journey holds this text. */
  readonly filter: string | undefined;
  readonly coverage: boolean;
}

export interface TestRun {
  readonly model: Model;
  readonly world: WorldOptions;
  readonly scripts: ScriptHost;
  readonly report: TestReport;
  readonly counter: CoverageCounter;
  /** Errors of the journeys themselves. */
  readonly errors: readonly Diagnostic[];
  readonly isUnreadable: boolean;
  /** Folders that hold what was read. */
  readonly folders: ReadonlySet<string>;
}

/** Loads journeys and runs their scenarios. Journeys with errors are not run. */
export async function runScenarios(request: TestRequest, host: Host): Promise<TestRun> {
  const loaded = await loadModel(host, request.paths, request.project);
  const { model, configuration, isUnreadable } = loaded;
  const { world, diagnostics } = loadWorld(host, configuration, { ...request.project, world: request.world });
  const isError = errorFilter(model);
  const errors = [...loaded.diagnostics, ...diagnostics].filter(isError);
  const scripts = loadScripts();
  const results = errors.length > 0 ? [] : await runAll(model, request.filter, { model, world, scripts });
  const counter = new CoverageCounter();
  for (const { path } of results) counter.add(path);
  const coverage = request.coverage ? model.journeys.map((journey) => counter.coverageOf(journey)) : undefined;
  const folders = foldersOf(model, request, host);
  const unreadable = isUnreadable || diagnostics.length > 0;
  return { model, world, scripts, counter, report: { results, coverage }, errors, isUnreadable: unreadable, folders };
}

/** A text that speaks of the journey of an export does not know it, but the whole model does. */
function errorFilter(model: Model): (diagnostic: Diagnostic) => boolean {
  const names = new Set(model.journeys.flatMap(({ name, id }) => [name, id]));
  const found = model.scenarios.filter(({ journey }) => journey !== undefined && names.has(journey.text));
  const places = new Set(
    found.map((scenario) => {
      const source = model.scenarioContexts?.get(scenario)?.source;
      return `${source?.path}:${scenario.journey?.range.start}`;
    }),
  );
  return ({ code, severity, place }) =>
    severity === "error" && !(code === "unknown-journey" && places.has(`${place.source.path}:${place.range.start}`));
}

async function runAll(
  model: Model,
  filter: string | undefined,
  surroundings: Parameters<typeof runScenario>[1],
): Promise<readonly TimedResult[]> {
  const wanted = bindScenarios(model).filter(({ title, scenario }) => {
    if (filter === undefined) return true;
    return [title, scenario?.journey.name, scenario?.journey.id].some((text) => text?.includes(filter));
  });
  const results: TimedResult[] = [];
  for (const bound of wanted) {
    const begin = performance.now();
    const result = await runScenario(bound, surroundings);
    results.push({ ...result, milliseconds: performance.now() - begin });
  }
  return results;
}

function foldersOf(model: Model, { paths }: TestRequest, host: Host): ReadonlySet<string> {
  const folders = new Set((paths.length > 0 ? paths : ["."]).map((path) => resolve(host.workingDirectory, path)));
  const sources = model.journeys.map(({ place }) => place.source);
  for (const { source } of model.scenarioContexts?.values() ?? []) sources.push(source);
  for (const { path } of sources) folders.add(dirname(resolve(host.workingDirectory, path)));
  return folders;
}
