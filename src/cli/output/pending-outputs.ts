import {
  countOutputs,
  exportText,
  goneFrom,
  type Output,
  type OutputOptions,
  outputName,
  outputsOf,
} from "../../compile/outputs.js";
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

/**
 * The outputs of a build before they are written. They wait here until all journeys are known to have no errors. Exports wait as
 * bytes, which the garbage collector need not look at; for other targets, the journeys wait.
 */
export class PendingOutputs {
  readonly #options: OutputOptions;
  /** Whether there are only exports of single journeys, so that no journey has to be kept. */
  readonly #areExports: boolean;
  readonly #exports = new Map<string, Uint8Array>();
  readonly #encoder = new ManyTextsEncoder();
  readonly #journeys: Journey[] = [];
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

  get count(): number {
    return this.#areExports ? this.#exports.size : countOutputs(this.#journeys, this.#options);
  }

  /** What the outputs are, for whoever looks for those of earlier builds. */
  get built(): BuiltOutputs {
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
    const areTexts = this.#journeys.every(({ origin }) => origin.kind === "text");
    return this.#areFolders && areTexts ? goneFrom(this.#journeys, this.#options) : [];
  }

  outputs(): AsyncIterable<PendingOutput> | Iterable<PendingOutput> {
    return this.#areExports ? this.#exportOutputs() : outputsOf(this.#journeys, this.#options);
  }

  *#exportOutputs(): Generator<PendingOutput> {
    const fileNames = encodeFileNames(this.#exports.keys());
    for (const [journey, text] of this.#exports) {
      yield { journey, target: "export", fileName: outputName(fileNames.get(journey) ?? "", "export"), text };
    }
  }
}
