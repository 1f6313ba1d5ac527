import { aroundRealm } from "../../model/realm.js";
import type { ObjectEntry, StringValue, Value } from "../../syntax/ast.js";
import { realmParameter } from "../../syntax/reserved-names.js";
import { isJsonObject, type Json } from "../../text/json.js";
import { emptyRange } from "../../text/range.js";
import { makeEntry, makeString, makeStringOf, makeWord } from "./make-syntax.js";

/** The names that the text uses instead of the export's ids. */
export interface ValueContext {
  /** The realm that the text will be built for; `${realm}` replaces it. */
  readonly realm: string;
  /** Returns the declared name of a script id and records the use. Given only where a bare word is allowed. */
  readonly scriptName?: (id: string) => string | undefined;
}

/** The language's own limit of nesting. Deeper values are found when the result is compared with the original. */
const depthLimit = 250;

/** Writes a JSON value as a value of the language. */
export function valueToSyntax(value: Json, context: ValueContext, depth = 0): Value {
  if (value === null || depth > depthLimit) return { kind: "null", range: emptyRange };
  switch (typeof value) {
    case "string":
      return stringToSyntax(value, context);
    case "number":
      return { kind: "number", text: numberText(value), value, range: emptyRange };
    case "boolean":
      return { kind: "boolean", value, range: emptyRange };
    default:
      return compositeToSyntax(value, context, depth + 1);
  }
}

function compositeToSyntax(
  value: Exclude<Json, string | number | boolean | null>,
  context: ValueContext,
  depth: number,
): Value {
  if (!isJsonObject(value)) {
    return { kind: "list", items: value.map((item) => valueToSyntax(item, context, depth)), range: emptyRange };
  }
  const entries: ObjectEntry[] = [];
  for (const key of Object.keys(value).sort(byCodeUnit)) {
    entries.push(makeEntry(key, valueToSyntax(value[key] ?? null, context, depth)));
  }
  return { kind: "object", entries, range: emptyRange };
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A number as JSON writes it, and -0. */
function numberText(value: number): string {
  return Object.is(value, -0) ? "-0" : JSON.stringify(value);
}

function stringToSyntax(text: string, context: ValueContext): Value {
  const script = context.scriptName?.(text);
  return script === undefined ? textToSyntax(text, context.realm) : makeWord(script);
}

/**
 * A text in which `${realm}` replaces the realm in the name of a managed object, so that one source serves every realm.
 */
export function textToSyntax(text: string, realm: string): StringValue {
  const around = aroundRealm(text, realm);
  if (around === undefined) return makeString(text);
  const [before, after] = around;
  return makeStringOf([before, { param: realmParameter, range: emptyRange }, after]);
}
