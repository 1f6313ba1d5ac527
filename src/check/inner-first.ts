/**
 * Computes a value for a journey after computing the same for the journeys that it runs, each once and without
 * recursion. Where journeys run each other in a circle, one of them is computed without the value of the next.
 */
export function innerFirst<Facts, Value>(
  outer: Facts,
  innerOf: (facts: Facts) => Iterable<Facts>,
  known: (facts: Facts) => Value | undefined,
  compute: (facts: Facts) => Value,
): Value {
  const before = known(outer);
  if (before !== undefined) return before;
  const open = [outer];
  const begun = new Set<Facts>();
  for (let top = outer; ; top = open.at(-1) ?? outer) {
    if (known(top) === undefined && !begun.has(top)) {
      begun.add(top);
      for (const inner of innerOf(top)) if (known(inner) === undefined && !begun.has(inner)) open.push(inner);
      continue;
    }
    open.pop();
    const value = known(top) ?? compute(top);
    if (open.length === 0) return value;
  }
}
