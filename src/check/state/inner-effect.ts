import type { StateRead } from "./node-access.js";

/** What running a whole journey as an inner journey does to the state of the one around it. */
export interface InnerEffect {
  readonly onSuccess: StateAtEnd;
  readonly onFailure: StateAtEnd;
  /** Keys that its nodes name as inputs: of transient state, only these are handed in. */
  readonly names: ReadonlySet<string>;
  /** What its nodes read and nothing in it has written before. */
  readonly unmet: readonly UnmetRead[];
}

/** The state at one of its ends. Transient state is not handed back: `dropped` is what of it was written. */
export interface StateAtEnd {
  /** Slots that some path to this end writes; `undefined`: any. */
  readonly may: readonly string[] | undefined;
  /** Slots that every path writes; `undefined`: all, as where the end cannot be reached. */
  readonly must: readonly string[] | undefined;
  readonly dropped: readonly string[];
}

export interface UnmetRead {
  readonly read: StateRead;
  /** The node that reads, as its journey knows it. */
  readonly node: string;
  readonly journey: string;
}
