import type { DiagnosticExtras } from "../diagnostics/diagnostic.js";
import type { Property } from "../syntax/ast.js";
import type { SourceFile } from "../text/source-file.js";
import type { FileScope } from "./scope.js";

const locale = /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/;

/**
 * What helps where a key is given twice. Of a text, the second one is mostly meant for another language: one that other texts of the file
 * have, and this one has not.
 */
export function helpOnDuplicate(key: string, given: Iterable<string>, { source }: FileScope): DiagnosticExtras {
  if (!locale.test(key)) return {};
  const taken = new Set(given);
  const others = localesIn(source).filter((each) => !taken.has(each) && each !== key);
  const [only, second] = others;
  if (only === undefined)
    return { help: "Keep one of them, or write the locale of the other one, if it is in another language." };
  const meant = second === undefined ? `\`${only}\`` : `another locale, such as \`${only}\` or \`${second}\``;
  return { help: `Keep one of them, or write ${meant} for the other one: other texts have that language, too.` };
}

/** What helps where a localised property has two texts: the second one is mostly in the language that the other texts of the file have as well. */
export function helpOnSecondText(
  [first, second]: readonly [Property, Property],
  given: ReadonlySet<string>,
  { source }: FileScope,
): DiagnosticExtras {
  const written = ({ value }: Property) => (value?.kind === "string" ? source.slice(value.range) : undefined);
  if (written(first) === undefined || written(second) === undefined) return {};
  if (written(first) === written(second)) return { help: "Remove one of the two: they say the same." };
  const key = second.key.text;
  const [only, another] = localesIn(source).filter((each) => !given.has(each));
  if (only === undefined)
    return { help: `Keep one of them, or write the locale behind the other one, as in \`${key}.fr\`.` };
  const meant = [only, another].flatMap((each) => (each === undefined ? [] : [`\`${key}.${each}\``])).join(" or ");
  return { help: `Write ${meant} for the one in that language, as other texts have it, or remove one of the two.` };
}

/** Keys of two letters that are mostly no languages: an address, an id. */
const otherKeys: ReadonlySet<string> = new Set(["to", "id"]);

const knownLocales = new WeakMap<SourceFile, { readonly text: string; readonly locales: readonly string[] }>();

/** The locales that texts of a file have, before a colon and a text. A file is searched once. */
function localesIn(source: SourceFile): readonly string[] {
  const { text } = source;
  const known = knownLocales.get(source);
  if (known?.text === text) return known.locales;
  const found = text.matchAll(/(?:^|[\s{,.])([a-z]{2}(?:[-_][A-Za-z]{2,4})?)[ \t]*:[ \t]*"/gm);
  const names = new Set([...found].map(([, name = ""]) => name));
  const locales = [...names].filter((name) => !otherKeys.has(name));
  knownLocales.set(source, { text, locales });
  return locales;
}
