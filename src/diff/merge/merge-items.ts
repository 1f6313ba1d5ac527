import { CommentTable } from "../../format/comments.js";
import type { Value } from "../../syntax/ast.js";
import { matchToEnd } from "../../text/match-lines.js";
import { mergeSet } from "./merge-set.js";
import { signatureOf } from "./signature.js";

/** An item of a merged list, in the versions of all sides that stand in its place. */
export interface MergedItem {
  readonly base: Value | undefined;
  readonly ours: Value | undefined;
  readonly theirs: Value | undefined;
}

/**
 * Merges lists as sets, or takes the items of the one side that changed more than comments; `undefined` where neither decides. Where
 * one item of base stood and now another one, it is a new version of it.
 */
export function mergeItems(
  base: readonly Value[] | undefined,
  ours: readonly Value[],
  theirs: readonly Value[],
): readonly MergedItem[] | undefined {
  const before = keysOf(base ?? []);
  const left = keysOf(ours);
  const right = keysOf(theirs);
  const chosen = base === undefined && !isSameList(left, right) ? undefined : chooseItems(before, left, right);
  if (chosen === undefined) return undefined;
  const sides = { ours: sideOf(ours, left, before), theirs: sideOf(theirs, right, before) };
  const areAlike = isSameList(left, right);
  return chosen.map(({ side, index }): MergedItem => {
    const [own, other] = side === "ours" ? [sides.ours, sides.theirs] : [sides.theirs, sides.ours];
    const at = own.wasAt[index];
    const partner = areAlike ? index : at === undefined ? undefined : other.isAt[at];
    // Where the other side has made something else of the item, each of the two stands for itself.
    const isOther = partner !== undefined && [own.keys[index], before[at ?? -1]].includes(other.keys[partner]);
    const item = own.items[index];
    const theOther = isOther ? other.items[partner] : undefined;
    const old = at === undefined || (partner !== undefined && !isOther) ? undefined : base?.[at];
    return side === "ours" ? { base: old, ours: item, theirs: theOther } : { base: old, ours: theOther, theirs: item };
  });
}

type Keys = readonly string[];

interface Side {
  readonly items: readonly Value[];
  readonly keys: Keys;
  /** For each item, where it stood in base. */
  readonly wasAt: readonly (number | undefined)[];
  /** For each item of base, where it stands now. */
  readonly isAt: readonly (number | undefined)[];
}

function sideOf(items: readonly Value[], keys: Keys, base: Keys): Side {
  const wasAt = partnersOf(keys, base);
  return { items, keys, wasAt, isAt: inverse(wasAt, base.length) };
}

interface Chosen {
  readonly side: "ours" | "theirs";
  readonly index: number;
}

const noComments = new CommentTable();

function keysOf(items: readonly Value[]): Keys {
  return items.map((item) => signatureOf(item, noComments));
}

function chooseItems(base: Keys, ours: Keys, theirs: Keys): readonly Chosen[] | undefined {
  if (isSameList(ours, theirs) || isSameList(base, theirs)) return ours.map((_, index) => ({ side: "ours", index }));
  if (isSameList(base, ours)) return theirs.map((_, index) => ({ side: "theirs", index }));
  const inOurs = indexOf(ours);
  const inTheirs = indexOf(theirs);
  return mergeSet(base, ours, theirs)?.map((key): Chosen => {
    const index = inOurs.get(key);
    return index === undefined ? { side: "theirs", index: inTheirs.get(key) ?? 0 } : { side: "ours", index };
  });
}

function indexOf(keys: Keys): ReadonlyMap<string, number> {
  return new Map(keys.map((key, index) => [key, index]));
}

/** For each item of a list, the index of the one that it was or is in the other list. */
function partnersOf(list: Keys, other: Keys): readonly (number | undefined)[] {
  const partners: (number | undefined)[] = list.map(() => undefined);
  let from = { list: 0, other: 0 };
  for (const { before, after, length } of matchToEnd(list, other)) {
    const isReplaced = before - from.list === after - from.other;
    for (let step = 0; isReplaced && from.list + step < before; step++) partners[from.list + step] = from.other + step;
    for (let step = 0; step < length; step++) partners[before + step] = after + step;
    from = { list: before + length, other: after + length };
  }
  return partners;
}

function inverse(partners: readonly (number | undefined)[], length: number): readonly (number | undefined)[] {
  const result: (number | undefined)[] = Array.from({ length }, () => undefined);
  for (const [index, partner] of partners.entries()) if (partner !== undefined) result[partner] = index;
  return result;
}

function isSameList(left: Keys, right: Keys): boolean {
  return left.length === right.length && left.every((key, index) => key === right[index]);
}
