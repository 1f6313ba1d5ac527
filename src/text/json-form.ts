import { isJsonObject, type Json, type JsonObject } from "./json.js";
import { parseJsonText } from "./parse-json-text.js";
import { quoteJson } from "./stable-json.js";

/** How a JSON text is written: what a tool or a hand has chosen, and what a change of a value should leave alone. */
interface JsonForm {
  readonly start: string;
  /** One step of indentation; `undefined` for a text in one line. */
  readonly indent: string | undefined;
  readonly colon: string;
  readonly comma: string;
  /** Between a bracket and what stands beside it in the same line. */
  readonly gap: string;
  /** Inside an empty pair of brackets. */
  readonly nothing: string;
  /** Whether items of lists follow one another in a line, as Jackson writes them. */
  readonly hasFlowingLists: boolean;
  readonly lineEnd: string;
  readonly end: string;
}

/** A JSON text as a value; `undefined` where it is none. */
export function jsonIn(text: string): Json | undefined {
  try {
    return parseJsonText(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

/** Writes a value as another JSON text is written: its indentation, spaces, line ends and end. Members stay in the order they have. */
export function writeLike(text: string, value: Json): string {
  const form = formOf(text);
  return form.start + write(value, form, form.lineEnd) + form.end;
}

function formOf(text: string): JsonForm {
  const indent = /^\ufeff?\s*[{[](?:\s*[{[])?\r?\n([ \t]*)\S/.exec(text)?.[1];
  const isOneLine = !/\n/.test(text.trim());
  const isJackson = !isOneLine && /^[^:]*?" : /.test(text);
  return {
    start: /^\ufeff?\s*/.exec(text)?.[0] ?? "",
    indent: isOneLine ? undefined : (indent ?? "  "),
    colon: /^[^:]*?"(\s*:[ \t]*)/.exec(text)?.[1] ?? ": ",
    comma: isOneLine && !/, /.test(text) ? "," : ", ",
    gap: isJackson || /[{[] /.test(text) ? " " : "",
    nothing: isJackson || /\[ \]|\{ \}/.test(text) ? " " : "",
    hasFlowingLists: isJackson || /\[ (?:["{]|-?\d)/.test(text),
    lineEnd: /\r\n/.test(text) ? "\r\n" : "\n",
    end: /\s*$/.exec(text)?.[0] ?? "",
  };
}

/** `line` is the line break with the indentation of what the value stands in. */
function write(value: Json, form: JsonForm, line: string): string {
  if (Array.isArray(value)) return writeList(value as readonly Json[], form, line);
  if (isJsonObject(value)) return writeObject(value, form, line);
  return typeof value === "string" ? quoteJson(value) : JSON.stringify(value);
}

function writeList(list: readonly Json[], form: JsonForm, line: string): string {
  if (list.length === 0) return `[${form.nothing}]`;
  const flows = form.indent === undefined || form.hasFlowingLists;
  const inner = flows ? line : line + form.indent;
  return bracket(
    "[]",
    list.map((item) => write(item, form, inner)),
    form,
    flows,
    line,
  );
}

function writeObject(object: JsonObject, form: JsonForm, line: string): string {
  const keys = Object.keys(object);
  if (keys.length === 0) return `{${form.nothing}}`;
  const inner = line + (form.indent ?? "");
  const members = keys.map((key) => `${quoteJson(key)}${form.colon}${write(object[key] ?? null, form, inner)}`);
  return bracket("{}", members, form, form.indent === undefined, line);
}

function bracket(pair: "[]" | "{}", parts: readonly string[], form: JsonForm, flows: boolean, line: string): string {
  const [left = "", right = ""] = pair;
  if (flows) return left + form.gap + parts.join(form.comma) + form.gap + right;
  const inner = line + (form.indent ?? "");
  return left + inner + parts.join(`,${inner}`) + line + right;
}
