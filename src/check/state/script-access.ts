import type { Script } from "../../model/model.js";
import { analyseScript, type ScriptAnalysis } from "../../rhino/analysis/analyse-script.js";
import type { KeyRead, StateUse } from "../../rhino/analysis/state-use.js";
import { analysisOf } from "../analysed-scripts.js";
import { librariesByTitle } from "../libraries.js";
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

/** How a script uses `nodeState`, `sharedState` and `transientState`, by itself and through the library scripts that it requires. */
export function scriptAccess(body: string, scripts: ReadonlyMap<string, Script> = new Map()): ScriptAccess {
  const analysed = analyseScript(body);
  if (analysed.kind !== "analysed")
    return { reads: [], writes: writesInText(body), writesAnything: namesState.test(body) };
  const { state, originalOffset } = analysed;
  const byLibraries = writesOf(librariesOf(analysed, librariesByTitle(scripts)));
  return {
    reads: state.reads.map((read) => ({ ...read, at: originalOffset(read.at) })),
    writes: [...state.writes, ...byLibraries.writes].map(({ key, isTransient }) => slotOfKey(key, isTransient)),
    writesAnything: state.writesAnything || byLibraries.writesAnything,
  };
}

/**
 * The keys that a script surely names where it writes state, of one that cannot be read: scripts that transform profiles are often in Groovy,
 * which puts a key in the same way.
 */
function writesInText(body: string): readonly Slot[] {
  const puts = body.matchAll(/\b(node|shared|transient)State\s*\.\s*put(Transient)?\w*\s*\(\s*(["'])([^"'\\\n$]+)\3/g);
  return [...puts].map(([, store, ending, , key = ""]) =>
    slotOfKey(key, store === "transient" || ending !== undefined),
  );
}

/** All libraries that a script requires, directly or not; `undefined` stands for one that is not there or cannot be read. */
function librariesOf(
  { libraries: { named } }: ScriptAnalysis,
  known: ReadonlyMap<string, Script>,
): ReadonlySet<ScriptAnalysis | undefined> {
  const found = new Set<ScriptAnalysis | undefined>();
  const seen = new Set<string>();
  const open = named.map(({ name }) => name);
  for (let title = open.pop(); title !== undefined; title = open.pop()) {
    if (seen.has(title)) continue;
    seen.add(title);
    const script = known.get(title);
    const analysed = script && analysisOf(script);
    if (analysed?.kind !== "analysed") {
      found.add(undefined);
      continue;
    }
    found.add(analysed);
    open.push(...analysed.libraries.named.map(({ name }) => name));
  }
  return found;
}

function writesOf(libraries: ReadonlySet<ScriptAnalysis | undefined>): Pick<StateUse, "writes" | "writesAnything"> {
  const all = [...libraries];
  return {
    writes: all.flatMap((library) => library?.state.writes ?? []),
    writesAnything: all.some((library) => library === undefined || library.state.writesAnything),
  };
}
