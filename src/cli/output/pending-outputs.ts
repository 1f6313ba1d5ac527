import { readFileSync } from "node:fs";
import { exportText, type Output, outputName, outputNamed } from "../../compile/journey-output.js";
import { countOutputs, goneFrom, type OutputOptions, outputsOf } from "../../compile/outputs.js";
import type { GoneJourney } from "../../config-folder/write/gone-journeys.js";
import { withResidue } from "../../export-json/residue.js";
import type { Journey } from "../../model/model.js";
import { encodeFileNames } from "../../text/file-name.js";
import type { BuiltOutputs } from "./gone-outputs.js";
import { ManyTextsEncoder } from "./many-texts-encoder.js";

/** An output whose text may be encoded already. */
export interface PendingOutput extends Omit<Output, "text"> {
  readonly text: string | Uint8Array;
}

/** An output that lies in the folder already, just as it would be written. */
export interface KnownOutput extends Pick<Output, "target" | "journey" | "fileName"> {
  /** The hash of its content, as the record of outputs has it. */
  readonly hash: string;
  /** Where it lies. */
  readonly path: string;
}

/** A journey that is not compiled again, with all of its outputs. */
interface CompiledJourney {
  readonly id: string;
  readonly outputs: readonly KnownOutput[];
}

/**
 * The outputs of a build before they are written. They wait here until all journeys are known to have no errors. Exports wait as
 * bytes, which the garbage collector need not look at; for other targets, the journeys wait.
 */
export class PendingOutputs {
  readonly #options: OutputOptions;
  /** Whether there are only exports of single journeys, so that no journey has to be kept. */
  readonly #areExports: boolean;
  readonly #exports = new Map<string, Uint8Array | readonly KnownOutput[]>();
  readonly #encoder = new ManyTextsEncoder();
  readonly #journeys: (Journey | CompiledJourney)[] = [];
  readonly #ids = new Set<string>();

  constructor(options: OutputOptions) {
    this.#options = options;
    this.#areExports = options.bundle === undefined && options.targets.every((target) => target === "export");
  }

  /** Adds a journey, with everything from its export that the model does not hold, so that a build loses nothing. */
  add(journey: Journey): void {
    this.#ids.add(journey.id);
    const whole = withResidue(journey);
    if (this.#areExports) {
      this.#exports.set(journey.id, this.#encoder.encode(exportText(whole, this.#options.meta)));
    } else this.#journeys.push(whole);
  }

  /** Adds a journey whose outputs lie in the folder already. Only for targets that write files for each journey alone. */
  addCompiled(id: string, outputs: readonly KnownOutput[]): void {
    this.#ids.add(id);
    if (this.#areExports) this.#exports.set(id, outputs);
    else this.#journeys.push({ id, outputs });
  }

  get count(): number {
    return this.#areExports ? this.#exports.size : countOutputs(this.#journeys.length, this.#options);
  }

  /** What the outputs are, for whoever looks for those of earlier builds. */
  get built(): Omit<BuiltOutputs, "files"> {
    const { targets, bundle } = this.#options;
    const exports = bundle === undefined ? "single" : "bundle";
    return { journeys: this.#ids, exports: targets.includes("export") ? exports : "none" };
  }

  /** Whether some outputs go into folders that other tools read too. */
  get #areFolders(): boolean {
    return this.#options.targets.some((target) => target === "frconfig" || target === "folder");
  }

  /**
   * The journeys that the folder of the outputs holds and this build does not. Only texts tell: of a folder of exports, journeys of
   * another realm may be left out.
   */
  goneFrom(): readonly GoneJourney[] {
    const journeys = this.#journeys.filter(isJourney);
    const areTexts = journeys.every(({ origin }) => origin.kind === "text");
    return this.#areFolders && areTexts ? goneFrom(journeys, this.#options) : [];
  }

  outputs(): AsyncIterable<PendingOutput | KnownOutput> | Iterable<PendingOutput | KnownOutput> {
    if (this.#areExports) return this.#exportOutputs();
    return this.#journeys.every(isJourney) ? outputsOf(this.#journeys, this.#options) : this.#mixedOutputs();
  }

  *#exportOutputs(): Generator<PendingOutput | KnownOutput> {
    const fileNames = encodeFileNames(this.#exports.keys());
    for (const [journey, text] of this.#exports) {
      if (!(text instanceof Uint8Array)) yield* named(text, fileNames);
      else yield { journey, target: "export", fileName: outputName(fileNames.get(journey) ?? "", "export"), text };
    }
  }

  async *#mixedOutputs(): AsyncGenerator<PendingOutput | KnownOutput> {
    const fileNames = encodeFileNames(this.#ids);
    for (const journey of this.#journeys) {
      if (isJourney(journey)) yield* outputsOf([journey], { ...this.#options, fileNames });
      else yield* named(journey.outputs, fileNames);
    }
  }
}

/** Where a journey has come or gone whose file name clashed with that of another, the other's files have new names. */
function* named(
  outputs: readonly KnownOutput[],
  fileNames: ReadonlyMap<string, string>,
): Generator<PendingOutput | KnownOutput> {
  for (const output of outputs) {
    const { journey, target, path } = output;
    const old = outputNamed(output.fileName);
    const name = fileNames.get(journey) ?? "";
    if (old === undefined || old.name === name) yield output;
    else yield { journey, target, fileName: outputName(name, old.target), text: readFileSync(path) };
  }
}

function isJourney(journey: Journey | CompiledJourney): journey is Journey {
  return "origin" in journey;
}
