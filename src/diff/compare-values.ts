import type { IdMap } from "../model/id-map.js";
import type { Setting } from "../model/model.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { isSameJson } from "../text/merge-patch.js";
import type { ValueChange } from "./difference.js";
import { diffLines } from "./line-diff.js";

interface Pair {
  readonly path: readonly string[];
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/**
 * Finds the values that differ: objects are compared member by member, all other values as a whole. It walks without
 * recursion.
 */
export function compareValues(name: string, before: Json | undefined, after: Json | undefined): readonly ValueChange[] {
  const changes: ValueChange[] = [];
  const open: Pair[] = [{ path: [name], before, after }];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    if (isSame(pair.before, pair.after)) continue;
    if (isJsonObject(pair.before) && isJsonObject(pair.after)) open.push(...members(pair, pair.before, pair.after));
    else changes.push(changeOf(pair));
  }
  return changes;
}

/**
 * Finds the settings that differ, in the order of their names. Old values are compared with the ids of the new side.
 */
export function compareSettings(
  before: ReadonlyMap<string, Setting>,
  after: ReadonlyMap<string, Setting>,
  ids: IdMap,
): readonly ValueChange[] {
  const changes: ValueChange[] = [];
  for (const key of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const old = before.get(key)?.value;
    const now = after.get(key)?.value;
    if (isSame(old, now)) continue;
    changes.push(...compareValues(key, old === undefined ? undefined : ids.value(old), now));
  }
  return changes;
}

function isSame(before: Json | undefined, after: Json | undefined): boolean {
  return before === undefined || after === undefined ? before === after : isSameJson(before, after);
}

/** Pushes the last member first, because pairs are taken from the end. */
function members({ path }: Pair, before: JsonObject, after: JsonObject): readonly Pair[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().reverse();
  return keys.map((key) => ({ path: [...path, key], before: getOwn(before, key), after: getOwn(after, key) }));
}

function changeOf({ path, before, after }: Pair): ValueChange {
  const isText = typeof before === "string" && typeof after === "string";
  if (!isText || (!before.includes("\n") && !after.includes("\n"))) return { path, before, after };
  return { path, before, after, lines: diffLines(before, after) };
}
