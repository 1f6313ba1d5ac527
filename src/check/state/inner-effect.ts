import type { StateRead } from "./node-access.js";

/** The effect that running a journey as an inner journey has on the state of the enclosing one. */
export interface InnerEffect {
  readonly onSuccess: StateAtEnd;
  readonly onFailure: StateAtEnd;
  /** The keys that its nodes declare as inputs: only transient state under these keys is passed in. */
  readonly names: ReadonlySet<string>;
  /** The keys that its nodes read and that nothing in it has written before. */
  readonly unmet: readonly UnmetRead[];
}

/**
 * The state at one of the journey's ends. Transient state is not returned; `dropped` has the transient slots that were
 * written.
 */
export interface StateAtEnd {
  /** Slots that some path to this end writes; `undefined` means that any may be written. */
  readonly may: readonly string[] | undefined;
  /** Slots that every path to this end writes; `undefined` means all, for instance where the end cannot be reached. */
  readonly must: readonly string[] | undefined;
  readonly dropped: readonly string[];
}

export interface UnmetRead {
  readonly read: StateRead;
  /** The name of the reading node in its own journey. */
  readonly node: string;
  readonly journey: string;
  /** Whether every way through the inner journey passes a node that needs the key. */
  readonly onEveryWay: boolean;
}
