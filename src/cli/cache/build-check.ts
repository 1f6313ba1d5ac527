import type { BuildDetails, BuildOverview, KeptReport, KeptText, WholeDetails } from "./kept-build.js";

/** What is known of the last build with the same arguments before the program is loaded. */
export interface BuildCheck {
  /** Where builds of this working directory are kept. */
  readonly folder: string;
  readonly file: string;
  readonly key: string;
  /** What to say if nothing has changed; absent otherwise. */
  readonly unchanged?: KeptReport;
  readonly earlier?: ComparedBuild;
  /** Whether it may be enough to compile a few texts, and to say so in the words that are kept. */
  readonly mayRebuild: boolean;
}

/** A kept build, compared with what there is now. */
export interface ComparedBuild extends StoredBuild {
  /** The indices of inputs whose state has changed, as may their content have. */
  readonly changedInputs: ReadonlySet<number>;
  readonly changedOutputs: ReadonlySet<number>;
  /** Whether there is something else now at paths that it has asked for. */
  readonly hasOtherKinds: boolean;
  /** Whether files have come or gone in the folders that it has searched. */
  readonly hasOtherEntries: boolean;
}

/** A kept build whose details are read when they are asked for. */
export interface StoredBuild {
  readonly overview: BuildOverview;
  /** Tells it from other builds of the same file. */
  readonly base: number;
  /** How often it has been amended. */
  readonly amendments: number;
  details(): BuildDetails | undefined;
  /** A part of the details: one text by its index, and what holds for all. */
  textAt(index: number): KeptText | undefined;
  whole(): WholeDetails | undefined;
}
