import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { printable } from "../../diagnostics/render/printable.js";
import type { Journey, Model } from "../../model/model.js";
import { shownPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import type { ScriptHost } from "../../runtime/script-host.js";
import type { WorldOptions } from "../../runtime/world/world-options.js";
import type { CoverageCounter } from "../../scenarios/coverage/coverage.js";
import {
  type GeneratedScenarios,
  generateScenarios,
  runScenarioText,
} from "../../scenarios/generate/generate-scenarios.js";
import { encodeFileName } from "../../text/file-name.js";
import type { Host } from "../process/host.js";
import { startProgress } from "./progress.js";
import { writeTogether } from "./write-together.js";

/** A finished run of scenarios, with its surroundings and its coverage. */
interface FinishedRun {
  readonly model: Model;
  readonly world: WorldOptions;
  readonly scripts: ScriptHost;
  readonly counter: CoverageCounter;
  /** The sandbox whose scripts count as covered, where lines are counted. */
  readonly counting: ScriptHost | undefined;
}

/**
 * Writes scenarios for what no scenario has come through: beside each journey, into one file, or to standard output. Their runs count as
 * coverage from then on. Returns how many scenarios that are.
 */
export async function writeGenerated(run: FinishedRun, out: string | undefined, host: Host): Promise<number> {
  let count = 0;
  const texts = new Map<string, string>();
  const progress = startProgress(host, "Generating");
  const { journeys } = run.model;
  for (const [index, journey] of journeys.entries()) {
    progress.update(index, journeys.length);
    const { text, results } = await generateFor(journey, run, host);
    if (text === "") continue;
    count += results.length;
    const file = out === undefined ? beside(journey, host) : resolve(host.workingDirectory, out);
    texts.set(file, texts.has(file) ? `${texts.get(file)}\n${text}` : text);
  }
  progress.end();
  if (texts.size === 0) host.talk.write("Nothing to generate: scenarios take every outcome\n");
  if (out === "-") for (const text of texts.values()) host.output.write(text);
  else writeAll(texts, run, host);
  return count;
}

function writeAll(texts: ReadonlyMap<string, string>, run: FinishedRun, host: Host): void {
  const whole = [...texts].map(([file, text]) => [file, textBefore(file, run, host) + text] as const);
  writeTogether(new Map(whole), host.workingDirectory);
  for (const file of texts.keys()) host.talk.write(`written    ${printable(shownPath(file, host.workingDirectory))}\n`);
}

async function generateFor(
  journey: Journey,
  { model, world, scripts, counter, counting }: FinishedRun,
  host: Host,
): Promise<GeneratedScenarios> {
  const covered = new Set<string>();
  const key = (node: string, outcome: string) => JSON.stringify([node, outcome]);
  for (const { state, outcomes } of counter.coverageOf(journey).nodes) {
    for (const { name, taken } of outcomes) if (taken > 0) covered.add(key(state, name));
  }
  const isCovered = ({ node, outcome }: { readonly node: string; readonly outcome: string }) =>
    covered.has(key(node, outcome));
  const generated = await generateScenarios(journey, { model, world, scripts }, isCovered);
  for (const { path } of generated.results) counter.add(path);
  // What was tried on the way does not count.
  if (counting !== undefined) await runScenarioText(generated.text, { model, world, scripts: counting });
  for (const { goal } of generated.missed) {
    host.talk.write(`Found no way to take ${printable(`${goal.node}.${goal.outcome}`)} of ${printable(journey.id)}\n`);
  }
  return generated;
}

/** The files that generated scenarios of these journeys go to and that exist: what they hold counts, and stays. */
export function existingScenarios(
  journeys: readonly Journey[],
  out: string | undefined,
  host: Host,
): readonly string[] {
  if (out === "-") return [];
  const files = out === undefined ? journeys.map((each) => beside(each, host)) : [resolve(host.workingDirectory, out)];
  return [...new Set(files)].filter((file) => existsSync(file));
}

function beside(journey: Journey, host: Host): string {
  const folder = dirname(resolve(host.workingDirectory, journey.place.source.path));
  return join(folder, `${encodeFileName(journey.id)}.scenarios.journey`);
}

/** What a file holds to which scenarios are added: it must have just been run, as another may hold the same scenarios already. */
function textBefore(file: string, { model }: FinishedRun, host: Host): string {
  if (!existsSync(file)) return "";
  const path = shownPath(file, host.workingDirectory);
  const sources = model.scenarios.map(({ place }) => resolve(host.workingDirectory, place.source.path));
  if (!sources.includes(file)) {
    throw new UsageError(
      `${path} exists already and was not run`,
      "Add it to the paths, or choose another file with --out",
    );
  }
  const read = host.files.readText(file);
  if (!("text" in read)) throw new UsageError(`Cannot read ${path}: ${read.problem}`);
  return `${read.text.trimEnd()}\n\n`;
}
