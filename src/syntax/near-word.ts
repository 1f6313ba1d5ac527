import { nearestName } from "../diagnostics/suggest.js";

/** The one candidate that a word is a misspelling or the beginning of. */
export function nearOrBegun(word: string, candidates: readonly string[]): string | undefined {
  const begun = candidates.filter((candidate) => candidate.startsWith(word));
  return begun.length === 1 ? begun[0] : nearestName(word, candidates);
}
