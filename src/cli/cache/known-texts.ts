import { lstatSync, readFileSync } from "node:fs";
import type { KnownText } from "../../project/known-text.js";
import { contentHash } from "../output/content-hash.js";
import type { KnownOutput } from "../output/pending-outputs.js";
import type { ComparedBuild } from "./build-check.js";
import type { BuildObserver } from "./build-observer.js";
import type { BuildDetails, KeptJourney, KeptText } from "./kept-build.js";
import { fullPath } from "./kept-path.js";

/** A journey of a text that has not changed, with the outputs that lie there. */
export interface CompiledJourney {
  readonly id: string;
  readonly outputs: readonly KnownOutput[];
}

/** What a kept build knows of a text that is still the same. */
export interface UnchangedText extends KnownText {
  readonly kept: KeptText;
  readonly compiled: readonly CompiledJourney[];
}

/**
 * The texts of a kept build that need not be read, by absolute path: they, the files that they name and their outputs are the same, by
 * their state or else by their content. None where something has changed that all journeys depend on.
 */
export function unchangedTexts(
  earlier: ComparedBuild,
  computed: string | undefined,
  observer: BuildObserver,
  workingDirectory: string,
): ReadonlyMap<string, UnchangedText> {
  const none = new Map<string, UnchangedText>();
  const details = earlier.hasOtherKinds ? undefined : earlier.details();
  if (details === undefined || details.whole.computed !== computed) return none;
  const comparison = new ContentComparison(earlier, details, observer, workingDirectory);
  if (!details.whole.common.every((input) => comparison.isSameInput(input))) return none;
  const { inputs } = earlier.overview;
  const pathOf = (input: number) => fullPath(inputs[input] ?? "", workingDirectory);
  return new Map(
    details.texts
      .filter((text) => comparison.isSame(text))
      .map((kept) => [
        pathOf(kept.input),
        {
          kept,
          parameters: kept.parameters,
          files: kept.files.map(pathOf),
          journeys: kept.journeys.map(({ name, id, start, end }) => ({ name, id, range: { start, end } })),
          compiled: kept.journeys.map((journey) => compiledJourney(journey, comparison)),
        },
      ]),
  );
}

function compiledJourney({ id, outputs }: KeptJourney, comparison: ContentComparison): CompiledJourney {
  return {
    id,
    outputs: outputs.map(({ target, fileName, hash, output }) => {
      return { journey: id, target, fileName, hash, path: comparison.pathOfOutput(output) };
    }),
  };
}

/** Compares files whose state has changed by their content, each once. */
class ContentComparison {
  readonly #earlier: ComparedBuild;
  readonly #details: BuildDetails;
  readonly #observer: BuildObserver;
  readonly #workingDirectory: string;
  readonly #inputs = new Map<number, boolean>();

  constructor(earlier: ComparedBuild, details: BuildDetails, observer: BuildObserver, workingDirectory: string) {
    this.#earlier = earlier;
    this.#details = details;
    this.#observer = observer;
    this.#workingDirectory = workingDirectory;
  }

  isSame({ input, files, journeys }: KeptText): boolean {
    return (
      this.isSameInput(input) &&
      files.every((file) => this.isSameInput(file)) &&
      journeys.every(({ outputs }) => outputs.every(({ output, hash }) => this.#isSameOutput(output, hash)))
    );
  }

  isSameInput(index: number): boolean {
    if (!this.#earlier.changedInputs.has(index)) return true;
    let isSame = this.#inputs.get(index);
    if (isSame === undefined) {
      const path = fullPath(this.#earlier.overview.inputs[index] ?? "", this.#workingDirectory);
      const hash = this.#observer.hashes.get(path) ?? hashOfFile(path);
      isSame = hash !== undefined && hash === this.#details.hashes[index];
      if (isSame) this.#observer.noteHash(path, hash as string);
      this.#inputs.set(index, isSame);
    }
    return isSame;
  }

  pathOfOutput(index: number): string {
    return fullPath(this.#earlier.overview.outputs[index] ?? "", this.#workingDirectory);
  }

  #isSameOutput(index: number, hash: string): boolean {
    if (!this.#earlier.changedOutputs.has(index)) return true;
    const path = this.pathOfOutput(index);
    return isFile(path) && hashOfFile(path) === hash;
  }
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function hashOfFile(path: string): string | undefined {
  try {
    return contentHash(readFileSync(path));
  } catch {
    return undefined;
  }
}
