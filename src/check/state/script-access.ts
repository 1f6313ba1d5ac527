import { analyseScript } from "../../rhino/analysis/analyse-script.js";
import type { KeyRead } from "../../rhino/analysis/state-use.js";
import { type Slot, slotOfKey } from "./slot.js";

/** The use that a script makes of node state, in slots. */
export interface ScriptAccess {
  /** Keys that the script reads by a name that is certain; offsets are those in the script's body. */
  readonly reads: readonly KeyRead[];
  readonly writes: readonly Slot[];
  /** Whether it may write keys that its text does not show. */
  readonly writesAnything: boolean;
}

const namesState = /State\b/;

/** How a script uses `nodeState`, `sharedState` and `transientState`. */
export function scriptAccess(body: string): ScriptAccess {
  const analysed = analyseScript(body);
  // Of a script that is no JavaScript, or that only Rhino reads, no more is known.
  if (analysed.kind !== "analysed") return { reads: [], writes: [], writesAnything: namesState.test(body) };
  const { state, originalOffset } = analysed;
  return {
    reads: state.reads.map(({ key, at }) => ({ key, at: originalOffset(at) })),
    writes: state.writes.map(({ key, isTransient }) => slotOfKey(key, isTransient)),
    writesAnything: state.writesAnything,
  };
}
