/** A stretch of lines that both sides have. */
export interface SameLines {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/**
 * With more edits than this, everything between the equal ends counts as replaced: the search is quadratic in the
 * number of edits.
 */
const mostEdits = 1_000;

/**
 * The stretches of equal lines, in order: the equal ends first, then those that Myers' algorithm finds between them.
 */
export function matchLines(left: readonly string[], right: readonly string[]): readonly SameLines[] {
  const shorter = Math.min(left.length, right.length);
  let head = 0;
  while (head < shorter && left[head] === right[head]) head++;
  let tail = 0;
  while (tail < shorter - head && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++;
  const middle = matchMiddle(left.slice(head, left.length - tail), right.slice(head, right.length - tail));
  const stretches: SameLines[] = [
    { before: 0, after: 0, length: head },
    ...middle.map(({ before, after, length }) => ({ before: before + head, after: after + head, length })),
    { before: left.length - tail, after: right.length - tail, length: tail },
  ];
  return stretches.filter(({ length }) => length > 0);
}

/** The same stretches, and an empty one where both sides end: whoever walks along them comes to everything between and behind. */
export function matchToEnd(left: readonly string[], right: readonly string[]): readonly SameLines[] {
  return [...matchLines(left, right), { before: left.length, after: right.length, length: 0 }];
}

/** Myers' greedy algorithm: computes how far each diagonal reaches with each number of edits, and then walks back. */
function matchMiddle(left: readonly string[], right: readonly string[]): readonly SameLines[] {
  if (left.length === 0 || right.length === 0) return [];
  const limit = Math.min(left.length + right.length, mostEdits);
  const reach = new Map<number, number>([[1, 0]]);
  const history: ReadonlyMap<number, number>[] = [];
  for (let edits = 0; edits <= limit; edits++) {
    history.push(new Map(reach));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOf(diagonal, edits, reach);
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x++;
      reach.set(diagonal, x);
      if (x >= left.length && x - diagonal >= right.length) return wayBack(history, left.length, right.length);
    }
  }
  return [];
}

function startOf(diagonal: number, edits: number, reach: ReadonlyMap<number, number>): number {
  return isAbove(diagonal, edits, reach) ? (reach.get(diagonal + 1) ?? 0) : (reach.get(diagonal - 1) ?? -1) + 1;
}

/** Whether the path to a diagonal comes from the one above, by an added line, and not from below, by a removed one. */
function isAbove(diagonal: number, edits: number, reach: ReadonlyMap<number, number>): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1);
}

function wayBack(
  history: readonly ReadonlyMap<number, number>[],
  leftLength: number,
  rightLength: number,
): readonly SameLines[] {
  const stretches: SameLines[] = [];
  let x = leftLength;
  let y = rightLength;
  for (let edits = history.length - 1; edits >= 0; edits--) {
    const reach = history[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const start = startOf(diagonal, edits, reach);
    if (x > start) stretches.push({ before: start, after: start - diagonal, length: x - start });
    const isFromAbove = isAbove(diagonal, edits, reach);
    x = isFromAbove ? start : start - 1;
    y = x - (isFromAbove ? diagonal + 1 : diagonal - 1);
  }
  return stretches.reverse();
}
