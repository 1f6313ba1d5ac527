const longestWord = 64;

/**
 * The candidate that `word` most likely misspells; `undefined` when none is near, or when two are equally near. Near
 * means at most one edit for every three characters; an edit inserts, deletes or replaces a character, or swaps two
 * neighbours. Case does not matter. `most` is the number of edits that count as near, where that is another one.
 */
export function nearestName(word: string, candidates: Iterable<string>, most?: number): string | undefined {
  const [only, second] = nearestNames(word, candidates, most);
  return second === undefined ? only : undefined;
}

/** The same with all candidates that are equally near. */
export function nearestNames(
  word: string,
  candidates: Iterable<string>,
  most = Math.max(1, Math.floor(word.length / 3)),
): readonly string[] {
  if (word.length === 0 || word.length > longestWord) return [];
  const wanted = word.toLowerCase();
  let best: string[] = [];
  let bestDistance = most;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > bestDistance) continue;
    if (isOpposite(wanted, candidate.toLowerCase())) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance > bestDistance || best.includes(candidate)) continue;
    if (distance < bestDistance) best = [];
    best.push(candidate);
    bestDistance = distance;
  }
  return best;
}

/** Whether two words mean opposite things, though they differ in a few letters: `valid` and `invalid`. */
function isOpposite(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return long.endsWith(short) && /^(?:un|in|im|dis|non|not|no)[-_ ]?$/i.test(long.slice(0, long.length - short.length));
}

/** The only name that begins with the first two thirds of another one: `maxTry` for `maxTries`. */
export function nameBegunLike(written: string, names: Iterable<string>): string | undefined {
  const beginning = written.slice(0, Math.ceil((written.length * 2) / 3)).toLowerCase();
  const [only, second] = [...names].filter((name) => name.toLowerCase().startsWith(beginning));
  return beginning.length >= 3 && second === undefined ? only : undefined;
}

/** The only name that begins like another one for most of the shorter of the two: `Register` for `Registration`. */
export function nameOfOneStem(written: string, names: Iterable<string>): string | undefined {
  const word = written.toLowerCase();
  const [only, second] = [...names].filter((name) => {
    const other = name.toLowerCase();
    let shared = 0;
    while (shared < word.length && word[shared] === other[shared]) shared++;
    return shared >= shortestStem && shared * 3 >= Math.min(word.length, other.length) * 2;
  });
  return second === undefined ? only : undefined;
}

const shortestStem = 5;

/** Damerau-Levenshtein distance in its restricted form: a pair of neighbours is swapped at most once. */
export function editDistance(left: string, right: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
      }
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, right.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** The listed outcome that is nearly the same. Codes and words of two letters are all near each other. */
export function listedLike(outcome: string, listed: readonly string[]): string | undefined {
  return /^\D{3,}$/.test(outcome) ? nearestName(outcome, listed) : undefined;
}
