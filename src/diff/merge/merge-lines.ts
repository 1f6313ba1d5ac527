import { matchLines } from "../../text/match-lines.js";

/** Lines between two lines that all versions share; the last stretch has no line of base after it. */
interface Stretch {
  /** The index of its first line in base. */
  readonly at: number;
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly next: string | undefined;
}

/**
 * Merges three versions of a list of lines. A change by one side is taken. The result is `undefined` where both sides
 * changed the same or neighbouring lines differently.
 */
export function mergeLines(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  const merged: string[] = [];
  for (const stretch of stretches(base, ours, theirs)) {
    const lines = mergeStretch(stretch);
    if (lines === undefined) return undefined;
    // Pushed one by one: a long list cannot be spread into the arguments of a call.
    for (const each of lines) merged.push(each);
    if (stretch.next !== undefined) merged.push(stretch.next);
  }
  return merged;
}

/** The lines that both sides changed differently. */
export function conflictingLines(base: string, ours: string, theirs: string): readonly Stretch[] {
  return [...stretches(base.split("\n"), ours.split("\n"), theirs.split("\n"))].filter(
    (stretch) => mergeStretch(stretch) === undefined,
  );
}

function* stretches(base: readonly string[], ours: readonly string[], theirs: readonly string[]): Iterable<Stretch> {
  const oursAt = partnersOf(base, ours);
  const theirsAt = partnersOf(base, theirs);
  let from = { base: 0, ours: 0, theirs: 0 };
  for (let line = 0; line <= base.length; line++) {
    const isEnd = line === base.length;
    const left = isEnd ? ours.length : oursAt[line];
    const right = isEnd ? theirs.length : theirsAt[line];
    if (left === undefined || right === undefined) continue;
    yield {
      at: from.base,
      base: base.slice(from.base, line),
      ours: ours.slice(from.ours, left),
      theirs: theirs.slice(from.theirs, right),
      next: isEnd ? undefined : (base[line] ?? ""),
    };
    from = { base: line + 1, ours: left + 1, theirs: right + 1 };
  }
}

function mergeStretch({ base, ours, theirs }: Stretch): readonly string[] | undefined {
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
