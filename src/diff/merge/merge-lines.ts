import { matchLines } from "../../text/match-lines.js";

/**
 * Merges three versions of a list of lines. A change by one side is taken. The result is `undefined` where both sides
 * changed the same or neighbouring lines differently.
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
    // Pushed one by one: a long list cannot be spread into the arguments of a call.
    for (const each of stretch) merged.push(each);
    if (!isEnd) merged.push(base[line] ?? "");
    from = { base: line + 1, ours: left + 1, theirs: right + 1 };
  }
  return merged;
}

/** Merges the lines between two lines that all versions share. */
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

/** For each line of base, the index of the same line on the other side, if it is still there. */
function partnersOf(base: readonly string[], other: readonly string[]): readonly (number | undefined)[] {
  const partners: (number | undefined)[] = base.map(() => undefined);
  for (const { before, after, length } of matchLines(base, other)) {
    for (let index = 0; index < length; index++) partners[before + index] = after + index;
  }
  return partners;
}

/** Merges whole texts line by line. Unchanged lines keep their line ends from ours. */
export function mergeText(base: string, ours: string, theirs: string): string | undefined {
  return mergeLines(base.split("\n"), ours.split("\n"), theirs.split("\n"))?.join("\n");
}
