import { getOwn, isJsonObject, type Json, type JsonObject, setOwn } from "./json.js";
import { childPointer, pointerSegments } from "./json-pointer.js";

type JsonRecord = Record<string, Json>;

/**
 * The difference of two JSON objects as an RFC 7396 merge patch. A merge patch cannot set a member to `null` (that
 * deletes it), so such members follow as assignments: a top-level key that is a JSON pointer, `"/tree/nodes/a/x": null`.
 * `undefined` where nothing differs. Walks without recursion, linear in the size of both.
 */
export function diffPatch(from: JsonObject, to: JsonObject): JsonObject | undefined {
  const patch: JsonRecord = {};
  const assignments: JsonRecord = {};
  const open: DiffStep[] = [{ from, to, pointer: "", above: undefined, key: "", patch }];
  for (let step = open.pop(); step; step = open.pop()) diffObjects(step, open, assignments);
  for (const pointer of Object.keys(assignments).sort()) setOwn(patch, pointer, assignments[pointer]);
  return Object.keys(patch).length === 0 ? undefined : patch;
}

interface DiffStep {
  readonly from: JsonObject;
  readonly to: JsonObject;
  readonly pointer: string;
  readonly above: DiffStep | undefined;
  readonly key: string;
  /** Made, with all above it, only once something differs. */
  patch: JsonRecord | undefined;
}

function diffObjects(step: DiffStep, open: DiffStep[], assignments: JsonRecord): void {
  const { from, to, pointer } = step;
  for (const key of Object.keys(from)) {
    if (!Object.hasOwn(to, key)) setOwn(patchOf(step), key, null);
  }
  for (const key of Object.keys(to)) {
    const before = getOwn(from, key);
    const after = getOwn(to, key) ?? null;
    if (before !== undefined && before === after) continue;
    const below = childPointer(pointer, key);
    if (after === null || (step.above === undefined && key.startsWith("/"))) {
      if (before === undefined || !isSameJson(before, after)) setOwn(assignments, below, after);
    } else if (isJsonObject(after)) {
      const next: DiffStep = {
        from: isJsonObject(before) ? before : {},
        to: after,
        pointer: below,
        above: step,
        key,
        patch: undefined,
      };
      // An object in place of something else has to be named even when it is empty.
      if (!isJsonObject(before)) patchOf(next);
      open.push(next);
    } else if (before === undefined || !isSameJson(before, after)) {
      setOwn(patchOf(step), key, after);
    }
  }
}

function patchOf(step: DiffStep): JsonRecord {
  const missing: DiffStep[] = [];
  let at: DiffStep | undefined = step;
  for (; at && !at.patch; at = at.above) missing.push(at);
  let patch = at?.patch ?? {};
  for (const below of missing.reverse()) {
    below.patch = {};
    setOwn(patch, below.key, below.patch);
    patch = below.patch;
  }
  return patch;
}

/** Applies what `diffPatch` made: the merge patch, then the assignments by pointer. Changes neither argument. */
export function applyPatch(target: JsonObject, patch: JsonObject): JsonObject {
  const own = new Set<object>();
  const merged = copyOf(target, own);
  const assignments: (readonly [string, Json])[] = [];
  const open: { into: JsonRecord; patch: JsonObject; isTop: boolean }[] = [{ into: merged, patch, isTop: true }];
  for (let step = open.pop(); step; step = open.pop()) {
    for (const key of Object.keys(step.patch)) {
      const value = getOwn(step.patch, key) ?? null;
      if (step.isTop && key.startsWith("/")) assignments.push([key, value]);
      else if (value === null) delete step.into[key];
      else if (isJsonObject(value)) open.push({ into: ownMember(step.into, key, own), patch: value, isTop: false });
      else setOwn(step.into, key, value);
    }
  }
  for (const [pointer, value] of assignments) assign(merged, pointerSegments(pointer), value, own);
  return merged;
}

/** Sets the member that the pointer names; a pointer that leads through something else than objects does nothing. */
function assign(root: JsonRecord, segments: readonly string[], value: Json, own: Set<object>): void {
  let place = root;
  for (const segment of segments.slice(0, -1)) {
    if (!isJsonObject(getOwn(place, segment))) return;
    place = ownMember(place, segment, own);
  }
  setOwn(place, segments.at(-1) ?? "", value);
}

/** The object at `key`, as a copy that may be changed; an empty one where there is none. */
function ownMember(of: JsonRecord, key: string, own: Set<object>): JsonRecord {
  const present = getOwn(of, key);
  if (isJsonObject(present) && own.has(present)) return present as JsonRecord;
  const copy = copyOf(isJsonObject(present) ? present : {}, own);
  setOwn(of, key, copy);
  return copy;
}

function copyOf(object: JsonObject, own: Set<object>): JsonRecord {
  const copy: JsonRecord = {};
  for (const key of Object.keys(object)) setOwn(copy, key, object[key]);
  own.add(copy);
  return copy;
}

/** Whether two JSON values are the same, the order of members aside. Walks without recursion. */
export function isSameJson(left: Json, right: Json): boolean {
  const open: [Json, Json][] = [[left, right]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    for (const key of keys) {
      if (!Object.hasOwn(b, key)) return false;
      open.push([(a as JsonObject)[key] as Json, (b as JsonObject)[key] as Json]);
    }
  }
  return true;
}
