import { lettersOf } from "../catalogue/console-labels.js";
import type { NodeProperty } from "../catalogue/node-type.js";
import { editDistance } from "../diagnostics/suggest.js";
import { unitLength } from "../text/duration.js";
import { wordsOfIdentifier } from "./name-words.js";
import { settingsCalled } from "./setting-words.js";

/** The properties that a name means which is not their own, and the unit that it says. */
export interface NamedOtherwise {
  readonly names: readonly string[];
  /** The unit at the end of the name, where the property counts in another one. */
  readonly otherUnit?: string;
}

const nothing: NamedOtherwise = { names: [] };

/**
 * The properties that somebody means by another name: the one that the admin console or another product has for it
 * (`maxRetries` for `retryLimit`), its words in another order or with one left out (`searchAttributes` for `searchFilterAttributes`), or more words
 * than its own. A name with a unit is taken without it (`timeoutSeconds`).
 */
export function namedOtherwise(
  written: string,
  properties: ReadonlyMap<string, NodeProperty>,
  inUse: readonly string[],
  takesValue: (name: string) => boolean,
): NamedOtherwise {
  const letters = lettersOf(written);
  // A slip of one letter is one, whatever else the name means.
  if (inUse.some((name) => editDistance(lettersOf(name), letters) <= 1)) return nothing;
  const called = amongThose(settingsCalled(written), inUse, takesValue);
  if (called.length > 0) return { names: called };
  const words = foldedWords(written);
  const [base, unit] = withoutUnit(words);
  if (unit !== undefined) {
    const joined = base.join("");
    const plain = inUse.filter((name) => lettersOf(name) === joined);
    const names = plain.length > 0 ? plain : amongThose(settingsCalled(joined), inUse, takesValue);
    const [only, second] = names;
    const own = only === undefined || second !== undefined ? undefined : properties.get(only)?.unit;
    if (names.length > 0) return own === undefined || sameUnit(own, unit) ? { names } : { names, otherUnit: own };
  }
  if (words.length < 2) return nothing;
  const ownWords = inUse.map((name) => [name, foldedWords(name)] as const);
  const wider = ownWords.filter(([, own]) => hasAll(own, words)).map(([name]) => name);
  if (wider.length > 0) return { names: amongThose(wider, inUse, takesValue) };
  const narrower = ownWords.filter(([, own]) => own.length > 1 && hasAll(words, own));
  const most = Math.max(0, ...narrower.map(([, own]) => own.length));
  return { names: narrower.filter(([, own]) => own.length === most).map(([name]) => name) };
}

/** Those of the names that the type has; of several, those that take the value. */
function amongThose(
  names: readonly string[],
  inUse: readonly string[],
  takesValue: (name: string) => boolean,
): readonly string[] {
  const had = names.filter((name) => inUse.includes(name));
  const fitting = had.filter(takesValue);
  return fitting.length > 0 ? fitting : had;
}

function foldedWords(name: string): readonly string[] {
  return wordsOfIdentifier(name).map((word) => word.toLowerCase());
}

function hasAll(words: readonly string[], others: readonly string[]): boolean {
  return others.every((word) => words.includes(word));
}

/** The words without a unit at their end: `timeout in seconds`. */
function withoutUnit(words: readonly string[]): readonly [readonly string[], string | undefined] {
  const last = words.at(-1) ?? "";
  const isUnit = words.length > 1 && last.length > 1 && unitLength(last) !== undefined;
  if (!isUnit) return [words, undefined];
  return [words.slice(0, words.at(-2) === "in" ? -2 : -1), last];
}

function sameUnit(own: string, written: string): boolean {
  return unitLength(own) === unitLength(written);
}
