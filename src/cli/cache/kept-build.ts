import type { FileTarget } from "../../compile/journey-output.js";
import type { BuildTarget } from "../../compile/targets.js";
import type { ExportMeta } from "../../export-json/write/export-meta.js";
import type { ExportOptions } from "../../model/model.js";
import type { Json } from "../../text/json.js";

/**
 * What is kept of a build for the next one with the same arguments: enough to see that nothing has changed, and what to say then.
 * Paths below the working directory are relative to it.
 */
export interface BuildOverview {
  /** Program, arguments and surroundings of the build. */
  readonly key: string;
  /** What the build says when nothing has changed. Absent where that is not known. */
  readonly report?: KeptReport;
  /** Everything that was read, with one state for each. */
  readonly inputs: readonly string[];
  /** The text, or the texts, that an input belongs to, by their indices in the details; -1 for what all journeys depend on. */
  readonly owners: readonly (number | readonly number[])[];
  readonly inputStates: readonly number[];
  /** Everything that lay in the folder of the outputs and was a part of the result. */
  readonly outputs: readonly string[];
  readonly outputStates: readonly number[];
  /** What there was at paths that were asked for. */
  readonly kinds: readonly (readonly [path: string, kind: "file" | "folder" | "none"])[];
  /** The folders that were searched, with the states of their entries. */
  readonly folders: readonly (readonly [path: string, state: string])[];
}

/** The words of a build that changes nothing, as it says them on a terminal of this kind. */
export interface KeptReport {
  readonly terminal: string;
  /** Whether the output is a report as JSON. */
  readonly isJson: boolean;
  readonly output: string;
  readonly talk: string;
}

/** What a build needs to know if only some of its inputs have changed. */
export interface BuildDetails {
  readonly whole: WholeDetails;
  /** The hashes of the inputs, in the order of the overview. */
  readonly hashes: readonly string[];
  readonly texts: readonly KeptText[];
}

/** What holds for all texts. */
export interface WholeDetails {
  /** The inputs that all journeys depend on. */
  readonly common: readonly number[];
  /** The settings of a configuration that is code. */
  readonly computed?: string;
  /** What it takes to compile a text alone; absent where that is more than can be kept. */
  readonly settings?: KeptSettings;
}

/** The settings of a build, as data. */
export interface KeptSettings {
  readonly realm: string;
  /** The realm that somebody has chosen. */
  readonly targetRealm?: string;
  readonly params: readonly (readonly [name: string, value: Json])[];
  readonly defaultLocale: string;
  readonly exportOptions: ExportOptions;
  readonly externalJourneys: readonly string[];
  /** All of them write files for each journey alone. */
  readonly targets: readonly FileTarget[];
  readonly meta?: ExportMeta;
  readonly outputFolder: string;
}

/** A change of a kept build, which stands behind it in its file: what has become of a few texts. */
export interface BuildAmendment {
  /** The check sum of the details that it belongs to. */
  readonly base: number;
  readonly inputs: readonly ChangedFile[];
  readonly outputs: readonly ChangedFile[];
  /** The places of the journeys of texts. */
  readonly texts: readonly (readonly [text: number, places: readonly (readonly [start: number, end: number])[]])[];
}

/** A file by its index, with its state and the hash of its content. */
export type ChangedFile = readonly [index: number, state: readonly number[], hash: string];

/** A text without findings and without scenarios, with its outputs. */
export interface KeptText {
  /** The index of the text in the inputs, and those of the files that it names. */
  readonly input: number;
  readonly files: readonly number[];
  readonly parameters: readonly string[];
  readonly journeys: readonly KeptJourney[];
}

export interface KeptJourney {
  readonly name: string;
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly outputs: readonly KeptOutput[];
}

export interface KeptOutput {
  readonly target: BuildTarget;
  readonly fileName: string;
  /** Its index in the outputs. */
  readonly output: number;
  readonly hash: string;
}
