import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";

/**
 * Findings that are known from before: of a file, a rule and a message. Their lines are not kept, so that they stay known when lines
 * move; messages name nodes, not lines.
 */
export interface KnownFinding {
  /** The path of the file; whoever compares decides from where. */
  readonly file: string;
  readonly code: string;
  readonly message: string;
  /** How many of them the file has. */
  readonly count: number;
  /** Where they are written down. */
  readonly place: Place;
}

/** What a comparison with known findings has found. */
export interface NewFindings {
  readonly fresh: readonly Diagnostic[];
  /** The known findings that are not there any more, each with how many of them are gone. */
  readonly gone: readonly KnownFinding[];
}

/**
 * Tells new findings from known ones. Where a file has more findings of the same words than are known, the last ones are the new ones.
 * A known finding of a file that `isThere` denies is looked for in all other files, since the file may have been renamed.
 */
export function withoutKnown(
  diagnostics: readonly Diagnostic[],
  known: readonly KnownFinding[],
  fileOf: (diagnostic: Diagnostic) => string,
  isThere: (file: string) => boolean,
): NewFindings {
  const lost = new Set([...new Set(known.map(({ file }) => file))].filter((file) => !isThere(file)));
  const counts = new Map<string, number>();
  const add = (key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count);
  const keyOf = ({ file, code, message }: KnownFinding) =>
    JSON.stringify(lost.has(file) ? [code, message] : [code, message, file]);
  for (const finding of known) add(keyOf(finding), finding.count);
  const take = (key: string): boolean => {
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    return left > 0;
  };
  const fresh = diagnostics.filter((diagnostic) => {
    const { code, message } = diagnostic;
    return !take(JSON.stringify([code, message, fileOf(diagnostic)])) && !take(JSON.stringify([code, message]));
  });
  const gone = known.flatMap((finding) => {
    const key = keyOf(finding);
    const count = Math.min(finding.count, counts.get(key) ?? 0);
    add(key, -count);
    return count === 0 ? [] : [{ ...finding, count }];
  });
  return { fresh, gone };
}
