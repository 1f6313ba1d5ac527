import type { Property, Value } from "../syntax/ast.js";
import { absentWord } from "../syntax/reserved-names.js";
import { bindValue, noWords, type WordRule } from "./bind-value.js";
import type { ExpectedValue } from "./expected-value.js";
import type { Setting } from "./model.js";
import { type FileScope, placeIn, placeOfValue } from "./scope.js";

/** The properties of a block that has no localised texts: a journey's settings, a script, `export`, `extern`. */
export interface PlainProperties {
  readonly settings: ReadonlyMap<string, Setting>;
  /** Keys whose value is `absent`. */
  readonly absent: ReadonlySet<string>;
}

/** Binds properties without locales. A second value for a key, and a key with a locale, are reported and ignored. */
export function bindPlainProperties(
  properties: readonly Property[],
  scope: FileScope,
  expectedOf: (key: string) => ExpectedValue | undefined = () => undefined,
  isKey?: (word: string) => boolean,
): PlainProperties {
  const settings = new Map<string, Setting>();
  const absent = new Set<string>();
  for (const property of properties) {
    const key = property.key.text;
    const place = placeIn(scope, property.key.range);
    if (property.locale !== undefined) {
      scope.reporter.report("misplaced-locale", place, { property: key, locale: property.locale.text });
    } else if (settings.has(key) || absent.has(key)) {
      scope.reporter.report("duplicate-property", place, { property: key });
    } else if (isAbsent(property.value)) {
      absent.add(key);
    } else if (property.value !== undefined) {
      settings.set(key, bindSetting(property.value, key, scope, { scripts: false, expected: expectedOf(key), isKey }));
    }
  }
  return { settings, absent };
}

/** Whether a value is the bare word `absent`. */
export function isAbsent(value: Value | undefined): boolean {
  return value?.kind === "name" && value.text === absentWord;
}

/** Whether a value is, or a list has, a word that means nothing without a property that takes it. */
export function hasBareWord(value: Value | undefined): boolean {
  if (value?.kind === "list") return value.items.some(hasBareWord);
  return value?.kind === "name" && value.text !== absentWord;
}

/** Binds one value, with its place and the places of the values inside it. */
export function bindSetting(value: Value, key: string, scope: FileScope, words: WordRule = noWords): Setting {
  const { found } = scope.reporter;
  const bound = bindValue(value, scope, key, words);
  const place = placeOfValue(value, scope);
  const setting: Setting =
    bound.inner === undefined
      ? { value: bound.value, explicit: true, place }
      : { value: bound.value, explicit: true, place, inner: bound.inner };
  const isBroken = scope.hasSyntaxErrorIn(value.range) && !isBareAmount(value, scope);
  if (scope.reporter.found > found || isBroken) scope.unsound.add(setting);
  return setting;
}

/** `1h` without quotes: what it is in the unit of the property tells more than the syntax error. */
function isBareAmount({ kind, range }: Value, { source }: FileScope): boolean {
  return kind === "string" && /\d/.test(source.text.charAt(range.start));
}
