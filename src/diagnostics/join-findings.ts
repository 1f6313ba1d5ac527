import type { Diagnostic } from "./diagnostic.js";

/** Joins findings that have one key into the first of them; those without a key stay as they are. */
export function joinFindings(
  found: readonly Diagnostic[],
  keyOf: (finding: Diagnostic) => string | undefined,
  join: (first: Diagnostic, others: readonly Diagnostic[]) => Diagnostic,
): readonly Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const each of found) {
    const key = keyOf(each);
    const group = key === undefined ? undefined : groups.get(key);
    if (group !== undefined) group.push(each);
    else if (key !== undefined) groups.set(key, [each]);
  }
  const joined = new Map<Diagnostic, Diagnostic | undefined>();
  for (const [first, ...others] of groups.values()) {
    if (first === undefined || others.length === 0) continue;
    joined.set(first, join(first, others));
    for (const other of others) joined.set(other, undefined);
  }
  if (joined.size === 0) return found;
  return found.flatMap((each) => (joined.has(each) ? (joined.get(each) ?? []) : [each]));
}
