import type { Name, NameValue, ObjectEntry, Property, StringPart, StringValue, Value } from "../../syntax/ast.js";
import { isName } from "../../syntax/match-word.js";
import { emptyRange } from "../../text/range.js";

/** A name, in quotes where it needs them. */
export function makeName(text: string): Name {
  return { text, quoted: !isName(text), range: emptyRange };
}

export function makeQuotedName(text: string): Name {
  return { text, quoted: true, range: emptyRange };
}

export function makeString(text: string): StringValue {
  return makeStringOf(text === "" ? [] : [text]);
}

/** A string value. The formatter decides whether it becomes a text block. */
export function makeStringOf(parts: readonly StringPart[]): StringValue {
  return { kind: "string", block: false, parts, range: emptyRange };
}

export function makeWord(text: string): NameValue {
  return { kind: "name", text, range: emptyRange };
}

export function makeProperty(key: string, value: Value, locale?: string): Property {
  return {
    kind: "property",
    key: makeName(key),
    locale: locale === undefined ? undefined : makeName(locale),
    value,
    range: emptyRange,
  };
}

export function makeEntry(key: string, value: Value): ObjectEntry {
  return { key: makeName(key), value, range: emptyRange };
}
