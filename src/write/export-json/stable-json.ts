import type { Json, JsonObject } from "../../text/json.js";

/** Beyond this depth the writer hands over to one that does not recurse: foreign JSON may be nested as deep as it likes. */
const recursionLimit = 500;

/**
 * Writes a value as the field's tools do: keys sorted by code unit, two spaces, `[]` and `{}` for empty ones, no newline at the
 * end. One pass over the value and one string; no copy with sorted keys is made. `depth` is how far its lines are indented.
 */
export function stableJson(value: Json, depth = 0): string {
  return write(value, depth);
}

function write(value: Json, depth: number): string {
  switch (typeof value) {
    case "string":
      return quoteJson(value);
    case "number":
      return Number.isFinite(value) ? String(value) : "null";
    case "boolean":
      return value ? "true" : "false";
    default:
      if (value === null) return "null";
      if (depth > recursionLimit) return writeDeep(value, depth);
      return Array.isArray(value) ? writeList(value, depth) : writeObject(value as JsonObject, depth);
  }
}

function writeList(list: readonly Json[], depth: number): string {
  if (list.length === 0) return "[]";
  const line = lineBreak(depth + 1);
  let text = `[${line}${write(list[0] as Json, depth + 1)}`;
  for (let index = 1; index < list.length; index++) text += `,${line}${write(list[index] as Json, depth + 1)}`;
  return `${text}${lineBreak(depth)}]`;
}

function writeObject(object: JsonObject, depth: number): string {
  const keys = sortedKeys(object);
  if (keys.length === 0) return "{}";
  const line = lineBreak(depth + 1);
  let text = "{";
  let separator = line;
  for (const key of keys) {
    text += `${separator}${quoteJson(key)}: ${write(object[key] as Json, depth + 1)}`;
    separator = `,${line}`;
  }
  return `${text}${lineBreak(depth)}}`;
}

/** Own keys by code unit. Most objects come sorted already, which one look tells. */
export function sortedKeys(object: JsonObject): readonly string[] {
  const keys = Object.keys(object);
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index - 1] as string) > (keys[index] as string)) return keys.sort();
  }
  return keys;
}

/** The same as `write`, with a stack of its own. */
function writeDeep(value: Json, depth: number): string {
  const pieces: string[] = [];
  /** What is still to be written, last first: finished text, or a value with its depth. */
  const open: (string | { readonly value: Json; readonly depth: number })[] = [{ value, depth }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "string") pieces.push(next);
    else if (typeof next.value !== "object" || next.value === null) pieces.push(write(next.value, 0));
    else openContainer(next.value, next.depth, open);
  }
  return pieces.join("");
}

function openContainer(
  value: JsonObject | readonly Json[],
  depth: number,
  open: (string | { readonly value: Json; readonly depth: number })[],
): void {
  const isList = Array.isArray(value);
  const keys = isList ? [...value.keys()] : sortedKeys(value as JsonObject);
  if (keys.length === 0) {
    open.push(isList ? "[]" : "{}");
    return;
  }
  open.push(lineBreak(depth) + (isList ? "]" : "}"));
  for (let index = keys.length - 1; index >= 0; index--) {
    const key = keys[index] as string | number;
    open.push({ value: (value as JsonObject)[key] as Json, depth: depth + 1 });
    const before = (index === 0 ? (isList ? "[" : "{") : ",") + lineBreak(depth + 1);
    open.push(isList ? before : `${before}${quoteJson(String(key))}: `);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes exactly these, and lone surrogates.
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text as JSON; the test is several times faster than `JSON.stringify` for the texts that need no escape. */
export function quoteJson(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
}

const lineBreaks: string[] = [];

function lineBreak(depth: number): string {
  let line = lineBreaks[depth];
  if (line === undefined) {
    line = `\n${"  ".repeat(depth)}`;
    // Only usual depths are kept: their texts together stay small.
    if (depth < 64) lineBreaks[depth] = line;
  }
  return line;
}
