import type { Range } from "../../text/range.js";
import type { OutputFile } from "../output/write-outputs.js";
import type { ComparedBuild } from "./build-check.js";
import type { BuildObserver } from "./build-observer.js";
import type { FileClock } from "./file-clock.js";
import type { BuildDetails, BuildOverview, KeptOutput, KeptReport, KeptSettings, KeptText } from "./kept-build.js";
import { fullPath, keptPath } from "./kept-path.js";
import { statesAfter } from "./states-after.js";

/** The result of a build, as far as the next one can use it. */
export interface BuildFacts {
  /** The words of a build that changes nothing; `undefined` if they are not known. */
  readonly report: KeptReport | undefined;
  readonly texts: readonly TextFacts[];
  readonly outputs: readonly OutputFile[];
  /** Searches for the inputs once more, and answers the files that a build would read now, as far as their names tell. */
  readonly search: () => Iterable<string>;
  /** A configuration that is code, which is run and not read. */
  readonly code: string | undefined;
  readonly settings: KeptSettings | undefined;
}

/** A text, what it names and what nobody has found anything in. */
export interface TextFacts {
  readonly file: string;
  readonly files: Iterable<string>;
  /** What later builds may take from this one; absent where there are findings or scenarios. */
  readonly content?: {
    readonly parameters: readonly string[];
    readonly journeys: readonly { readonly name: string; readonly id: string; readonly range: Range }[];
  };
}

export interface KeepOptions {
  readonly key: string;
  readonly workingDirectory: string;
  readonly observer: BuildObserver;
  readonly earlier: ComparedBuild | undefined;
  readonly settingsFiles: ReadonlySet<string>;
  readonly computed: string | undefined;
  readonly clock: FileClock;
  readonly start: number;
}

interface KeptBuild {
  readonly overview: BuildOverview;
  readonly details: BuildDetails;
}

/**
 * Puts together what is to be kept of a build. `undefined` where that would not be right: when files have changed while it ran. The states
 * of files are taken when the clock is past their last change, so that a later change shows.
 */
export function keepBuild(facts: BuildFacts, surroundings: KeepOptions): KeptBuild | undefined {
  const { observer, workingDirectory, computed } = surroundings;
  const hashes = hashesOf(facts, surroundings);
  observer.folders.clear();
  for (const file of facts.search()) if (!hashes.has(file) && file !== facts.code) return undefined;
  if (!observer.isSound) return undefined;
  const states = statesAfter(hashes, facts.outputs, surroundings);
  const inputs = [...hashes.keys()];
  const indices = new Map(inputs.map((file, index) => [file, index]));
  const texts = keptTexts(facts, indices);
  const common = commonInputs(facts, inputs, surroundings.settingsFiles);
  const shown = (path: string) => keptPath(path, workingDirectory);
  return {
    overview: {
      key: surroundings.key,
      ...(facts.report === undefined ? {} : { report: facts.report }),
      inputs: inputs.map(shown),
      owners: ownersOf(inputs.length, texts, common),
      inputStates: states.inputs,
      outputs: facts.outputs.map(({ path }) => shown(path)),
      outputStates: states.outputs,
      kinds: [...observer.kinds].map(([path, kind]) => [shown(path), kind] as const),
      folders: [...observer.folders].map(([path, state]) => [shown(path), state] as const),
    },
    details: {
      whole: {
        common,
        ...(computed === undefined ? {} : { computed }),
        ...(facts.settings === undefined ? {} : { settings: facts.settings }),
      },
      hashes: [...hashes.values()],
      texts,
    },
  };
}

/** The indices of the texts that each input belongs to. */
function ownersOf(inputs: number, texts: readonly KeptText[], common: readonly number[]): BuildOverview["owners"] {
  const owners: (number | number[])[] = new Array<number>(inputs).fill(-1);
  const shared = new Set(common);
  for (const [text, { input, files }] of texts.entries()) {
    for (const each of [input, ...files]) {
      if (shared.has(each)) continue;
      const known = owners[each];
      if (typeof known === "object") known.push(text);
      else owners[each] = known === undefined || known < 0 ? text : [known, text];
    }
  }
  return owners;
}

/** The hashes of all inputs by path: of those that were read, and of those that were passed over. */
function hashesOf(
  facts: BuildFacts,
  { observer, earlier, workingDirectory }: KeepOptions,
): ReadonlyMap<string, string> {
  const hashes = new Map(observer.hashes);
  const details = earlier?.details();
  if (earlier === undefined || details === undefined) return hashes;
  const passed = new Set(facts.texts.flatMap(({ file, files }) => [file, ...files]));
  for (const [index, path] of earlier.overview.inputs.entries()) {
    const file = fullPath(path, workingDirectory);
    if (passed.has(file) && !hashes.has(file)) hashes.set(file, details.hashes[index] ?? "");
  }
  return hashes;
}

/** The inputs that do not belong to texts alone. */
function commonInputs(
  { texts }: BuildFacts,
  inputs: readonly string[],
  settingsFiles: ReadonlySet<string>,
): readonly number[] {
  const ofTexts = new Set(texts.flatMap(({ file, files }) => [file, ...files]));
  return inputs.flatMap((file, index) => (settingsFiles.has(file) || !ofTexts.has(file) ? [index] : []));
}

/** The texts that later builds need not read. A journey's outputs are known by its id. */
function keptTexts({ texts, outputs }: BuildFacts, indices: ReadonlyMap<string, number>): readonly KeptText[] {
  const byJourney = new Map<string, KeptOutput[]>();
  for (const [output, { fileName, hash, output: of }] of outputs.entries()) {
    if (of === undefined || hash === undefined) continue;
    const known = byJourney.get(of.journey);
    const kept = { target: of.target, fileName, output, hash };
    if (known === undefined) byJourney.set(of.journey, [kept]);
    else known.push(kept);
  }
  return texts.flatMap(({ file, files, content }) => {
    const [input, ...named] = [file, ...files].map((each) => indices.get(each));
    if (content === undefined || input === undefined || !named.every(isKnown)) return [];
    const journeys = content.journeys.map(({ name, id, range: { start, end } }) => {
      return { name, id, start, end, outputs: byJourney.get(id) ?? [] };
    });
    return [{ input, files: named, parameters: content.parameters, journeys }];
  });
}

const isKnown = (index: number | undefined): index is number => index !== undefined;
