import { headers } from "../../export-json/sections.js";
import { isJsonObject, type Json, type JsonObject, setOwn } from "../../text/json.js";
import { isSameJson } from "../../text/merge-patch.js";
import { parseJsonText } from "../../text/parse-json-text.js";
import type { Conflict } from "./conflict.js";
import { keyed, mergeKeyed } from "./merge-list.js";
import { differingLines, isScriptOfLines, mergeScripts, scriptBodies } from "./merge-scripts.js";
import { mergeSet } from "./merge-set.js";
import { shown } from "./shown-value.js";

export interface MergedJson {
  readonly value: Json | undefined;
  readonly conflicts: readonly Conflict[];
  readonly notes: readonly string[];
}

/** Merges three versions of a JSON value: objects member by member, lists of objects by their ids, texts by line. */
export function mergeJson(base: Json | undefined, ours: Json | undefined, theirs: Json | undefined): MergedJson {
  const merge = new JsonMerge();
  const value = merge.values([], base, ours, theirs);
  return { value, conflicts: merge.conflicts, notes: merge.notes };
}

type Value = Json | undefined;

class JsonMerge {
  readonly conflicts: Conflict[] = [];
  readonly notes: string[] = [];

  values(path: readonly string[], base: Value, ours: Value, theirs: Value): Value {
    if (same(ours, theirs) || same(base, theirs)) return ours;
    if (same(base, ours)) return theirs;
    if (isJsonObject(ours) && isJsonObject(theirs)) {
      return this.#objects(path, isJsonObject(base) ? base : {}, ours, theirs);
    }
    const script = mergeScripts(scriptBodies(path, base, ours, theirs));
    if (script !== undefined) return script;
    const merged = isScriptOfLines(path, ours)
      ? undefined
      : mergeLists(ours, theirs, base, (at, ...sides) => this.values([...path, at], ...sides));
    if (merged !== undefined) return merged;
    if (typeof base === "string" && typeof ours === "string" && typeof theirs === "string") {
      const text = this.#texts(path, base, ours, theirs);
      if (text !== undefined) return text;
    }
    return this.#undecided(path, base, ours, theirs);
  }

  #objects(path: readonly string[], base: JsonObject, ours: JsonObject, theirs: JsonObject): Json {
    const of = (value: JsonObject) => keyed(Object.keys(value), (key) => key);
    const merged: Record<string, Json> = {};
    const own = (value: JsonObject, key: string): Value => (Object.hasOwn(value, key) ? value[key] : undefined);
    const keys = mergeKeyed(of(base), of(ours), of(theirs), (before, left, right) => {
      const key = before ?? left ?? right ?? "";
      const value = this.values([...path, key], own(base, key), own(ours, key), own(theirs, key));
      if (value === undefined) return undefined;
      setOwn(merged, key, value);
      return key;
    });
    const result: Record<string, Json> = {};
    for (const key of keys) setOwn(result, key, merged[key]);
    return result;
  }

  /** Merges JSON inside a text (`categories`) member by member. */
  #texts(path: readonly string[], base: string, ours: string, theirs: string): Json | undefined {
    const inBase = innerJson(base);
    const inOurs = innerJson(ours);
    const inTheirs = innerJson(theirs);
    if (inBase === undefined || inOurs === undefined || inTheirs === undefined) return undefined;
    const value = this.values([...path, "…"], inBase, inOurs, inTheirs);
    return value === undefined ? undefined : JSON.stringify(value);
  }

  /**
   * Keeps ours silently for positions, revisions and headers; everything else is a conflict. A removed value that the
   * other side changed comes back.
   */
  #undecided(path: readonly string[], base: Value, ours: Value, theirs: Value): Value {
    const where = path.join(" / ");
    const last = path.at(-1);
    const isRecord = last === "_rev" || path.some((part) => headers.has(part));
    if (isRecord || ((last === "x" || last === "y") && ours !== undefined)) {
      if (!isRecord) this.notes.push(`${where}: both sides moved it; the position of ours is kept`);
      return ours ?? theirs;
    }
    if (ours === undefined) {
      this.conflicts.push({
        where,
        message: `ours removed it, theirs changed it: ${shown(theirs)} (base: ${shown(base)})`,
      });
      return theirs;
    }
    const bodies = scriptBodies(path, base, ours, theirs);
    if (bodies !== undefined) {
      this.conflicts.push({ where, message: differingLines(bodies) });
      return ours;
    }
    const what = theirs === undefined ? "theirs removed it, ours changed it" : `theirs has ${shown(theirs)}`;
    this.conflicts.push({ where, message: `${what} (ours: ${shown(ours)}, base: ${shown(base)})` });
    return ours;
  }
}

function same(left: Value, right: Value): boolean {
  return left === undefined || right === undefined ? left === right : isSameJson(left, right);
}

function innerJson(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return parseJsonText(text);
  } catch {
    return undefined;
  }
}

type MergeValue = (at: string, base: Value, ours: Value, theirs: Value) => Value;

/** Merges lists: objects by their ids, in the order of one side; plain values as sets. */
function mergeLists(ours: Value, theirs: Value, base: Value, merge: MergeValue): Json | undefined {
  if (!Array.isArray(ours) || !Array.isArray(theirs)) return undefined;
  const before: readonly Json[] = Array.isArray(base) ? base : [];
  const [left, right] = [ours as readonly Json[], theirs as readonly Json[]];
  const lists = [before, left, right];
  if (lists.every((list) => hasIds(list))) {
    const of = (list: readonly Json[]) => keyed(list, idOf);
    return mergeKeyed(
      of(before),
      of(left),
      of(right),
      (...sides) => merge(idOf(sides.find((side) => side !== undefined) ?? null), ...sides),
      true,
    );
  }
  const texts = (list: readonly Json[]) => list.map((item) => JSON.stringify(item));
  return mergeSet(texts(before), texts(left), texts(right))?.map(parseJsonText);
}

function hasIds(list: readonly Json[]): boolean {
  const ids = list.map(idOf);
  return ids.every((id) => id !== "") && new Set(ids).size === ids.length;
}

function idOf(item: Json): string {
  if (!isJsonObject(item)) return "";
  const id = Object.hasOwn(item, "_id") ? item._id : Object.hasOwn(item, "id") ? item.id : undefined;
  return typeof id === "string" ? id : "";
}
