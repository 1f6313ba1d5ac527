import type { StateAccess } from "../../catalogue/node-type.js";
import { engineKeys } from "../state/engine-keys.js";
import { nodeAccess, type StateWrite, scriptOf } from "../state/node-access.js";
import { scriptAccess } from "../state/script-access.js";
import { attributesKey, everyKey, isTransient, keyOf, slotOfKey } from "../state/slot.js";
import { usualKeys } from "../state/written-keys.js";
import type { Played, PlayedNode } from "./played.js";

/** A write of a key of node state. */
export interface PlayedWrite {
  /** The node that writes; `undefined` where a script runs alone. */
  readonly by: PlayedNode | undefined;
  readonly key: string;
  readonly isTransient: boolean;
  readonly value: StateAccess["value"];
}

/** The keys of node state that what runs in a scenario reads and writes. */
export interface PlayedState {
  readonly read: ReadonlySet<string>;
  /** Those that a script reads, or a setting names. */
  readonly ownReads: ReadonlySet<string>;
  /** Attributes of the managed object that a node reads or writes. */
  readonly attributes: ReadonlySet<string>;
  /** Whether other keys may be read. */
  readonly readsMore: boolean;
  readonly writes: readonly PlayedWrite[];
  /** Those that may write any key. */
  readonly writersOfAny: readonly (PlayedNode | undefined)[];
}

export function stateOf({ nodes, scripts, isHere, isWhole }: Played): PlayedState {
  const read = new Set<string>([...engineKeys, ...usualKeys, attributesKey]);
  const ownReads = new Set<string>();
  const attributes = new Set<string>();
  const writes: PlayedWrite[] = [];
  const writersOfAny: (PlayedNode | undefined)[] = [];
  let readsMore = !isWhole;
  const addWrites = (by: PlayedNode | undefined, all: readonly Pick<StateWrite, "slot" | "value">[]) => {
    for (const { slot, value } of all) {
      const key = keyOf(slot);
      if (slot.startsWith("attribute:") || slot.startsWith("transientAttribute:")) attributes.add(key);
      else writes.push({ by, key, isTransient: isTransient(slot), value });
    }
  };
  for (const by of nodes) {
    const access = nodeAccess(by.node, by.scripts);
    const inContainer = new Set(access.reads.flatMap(({ key, space }) => (space === "attribute" ? [key] : [])));
    for (const key of access.names) {
      if (key === everyKey) readsMore = true;
      else if (!inContainer.has(key)) read.add(key);
    }
    for (const key of inContainer) attributes.add(key);
    for (const { key, space, setting } of access.reads) {
      if (space === "attribute") continue;
      read.add(key);
      if (setting !== undefined) ownReads.add(key);
    }
    addWrites(by, access.writes);
    // What a node lists as its outputs does not keep its script from writing more.
    const script = scriptOf(by.node, by.scripts);
    const own = script && scriptAccess(script.body, by.scripts);
    if (own)
      addWrites(
        by,
        own.writes.map((slot) => ({ slot })),
      );
    if (access.writesAnything || own?.writesAnything === true) writersOfAny.push(by);
  }
  for (const { state } of scripts) {
    for (const { key } of state.reads) {
      read.add(key);
      ownReads.add(key);
    }
    // Who has the state in its hands may also read it.
    if (state.readsComputed || state.writesAnything) readsMore = true;
    if (nodes.length > 0) continue;
    addWrites(
      undefined,
      state.writes.map(({ key, isTransient: dropped }) => ({ slot: slotOfKey(key, dropped) })),
    );
    if (state.writesAnything) writersOfAny.push(undefined);
  }
  if (!isHere) writersOfAny.push(undefined);
  return { read, ownReads, attributes, readsMore, writes, writersOfAny };
}
