import { matchLines } from "../line-diff.js";

/**
 * Merges lists of lines three ways: what only one side changed is taken from it. `undefined` where both sides changed the
 * same place, or neighbouring ones, in different ways.
 */
export function mergeLines(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  const oursAt = partnersOf(base, ours);
  const theirsAt = partnersOf(base, theirs);
  const merged: string[] = [];
  let from = { base: 0, ours: 0, theirs: 0 };
  for (let line = 0; line <= base.length; line++) {
    const isEnd = line === base.length;
    const left = isEnd ? ours.length : oursAt[line];
    const right = isEnd ? theirs.length : theirsAt[line];
    if (left === undefined || right === undefined) continue;
    const stretch = mergeStretch(
      base.slice(from.base, line),
      ours.slice(from.ours, left),
      theirs.slice(from.theirs, right),
    );
    if (stretch === undefined) return undefined;
    // One by one: a long list cannot be spread into the arguments of a call.
    for (const each of stretch) merged.push(each);
    if (!isEnd) merged.push(base[line] ?? "");
    from = { base: line + 1, ours: left + 1, theirs: right + 1 };
  }
  return merged;
}

/** What lies between two lines that all three have. */
function mergeStretch(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  if (isSameList(base, theirs) || isSameList(ours, theirs)) return ours;
  return isSameList(base, ours) ? theirs : undefined;
}

function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((line, index) => line === right[index]);
}

/** For each line of the base, its line on the other side, if it is still there. */
function partnersOf(base: readonly string[], other: readonly string[]): readonly (number | undefined)[] {
  const partners: (number | undefined)[] = base.map(() => undefined);
  for (const { before, after, length } of matchLines(base, other)) {
    for (let index = 0; index < length; index++) partners[before + index] = after + index;
  }
  return partners;
}

/** The same for whole texts; line ends stay as ours has them where nothing changed. */
export function mergeText(base: string, ours: string, theirs: string): string | undefined {
  return mergeLines(base.split("\n"), ours.split("\n"), theirs.split("\n"))?.join("\n");
}
