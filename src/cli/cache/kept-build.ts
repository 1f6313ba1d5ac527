import type { BuildTarget } from "../../compile/targets.js";

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
  readonly output: string;
  readonly talk: string;
}

/** What a build needs to know if only some of its inputs have changed. */
export interface BuildDetails {
  /** The hashes of the inputs, in the order of the overview. */
  readonly hashes: readonly string[];
  /** The inputs that all journeys depend on. */
  readonly common: readonly number[];
  /** The settings of a configuration that is code. */
  readonly computed?: string;
  readonly texts: readonly KeptText[];
}

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
