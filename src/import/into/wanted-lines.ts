import type { ObjectEntry, Property } from "../../syntax/ast.js";
import { isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import { emptyRange } from "../../text/range.js";
import { makeEntry, makeName } from "../../write/journey/make-syntax.js";

/** A line that a property must have, with what the line of the same locale means and must mean. */
export interface WantedLine {
  readonly property: Property;
  readonly before: Json | undefined;
  /** `undefined` where the line says that the property is absent. */
  readonly after: Json | undefined;
}

/**
 * The lines of one property, by locale where it has any. Where the source has an object of locales, the texts that have no line of
 * their own there belong into that object.
 */
export function linesOf(
  written: readonly Property[],
  wanted: readonly Property[],
  before: Json | undefined,
  after: Json | undefined,
): readonly WantedLine[] {
  const [whole] = wanted;
  if (!isJsonObject(after) || whole === undefined || whole.value?.kind === "object") {
    return wanted.map((property) => ({ property, before, after }));
  }
  const texts = new Map(wanted.map((property) => [localeIn(property, wanted, after), property]));
  const was = isJsonObject(before) ? before : {};
  const ofObject = written.find(({ locale, value }) => locale === undefined && value?.kind === "object");
  if (ofObject === undefined) {
    const main = localeWithoutLine(written, was);
    return [...texts].map(([locale, property]) => {
      const own = property.locale?.text ?? main;
      return { property, before: own === undefined ? undefined : was[own], after: after[locale] };
    });
  }
  const own = new Set(written.flatMap(({ locale }) => (locale === undefined ? [] : [locale.text])));
  const entries: ObjectEntry[] = [];
  const lines: WantedLine[] = [];
  for (const [locale, property] of texts) {
    const line = { ...property, locale: property.locale ?? makeName(locale) };
    if (own.has(locale)) lines.push({ property: line, before: was[locale], after: after[locale] });
    else if (property.value !== undefined) entries.push(makeEntry(locale, property.value));
  }
  if (entries.length === 0) return lines;
  const property: Property = { ...whole, locale: undefined, value: { kind: "object", entries, range: emptyRange } };
  return [{ property, before: without(was, own), after: without(after, own) }, ...lines];
}

/** The locale of a line; the line without one has the locale that no other line has. */
function localeIn({ locale }: Property, lines: readonly Property[], texts: JsonObject): string {
  return locale?.text ?? localeWithoutLine(lines, texts) ?? "";
}

function localeWithoutLine(lines: readonly Property[], texts: JsonObject): string | undefined {
  const named = new Set(lines.map(({ locale }) => locale?.text));
  return Object.keys(texts).find((locale) => !named.has(locale));
}

function without(texts: JsonObject, locales: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(texts).filter(([locale]) => !locales.has(locale)));
}
