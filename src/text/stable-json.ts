import type { Json } from "./json.js";
import { sortedKeys } from "./sorted-json.js";

/**
 * What can be written: JSON, with a `Map` in place of an object whose keys are ids. An object with ever new keys costs the
 * engine a new description at each of them, which for an export's ids is most of the time of writing it.
 */
export type Writable = Json | SelfWriting | WritableMap | readonly Writable[] | { readonly [key: string]: Writable };

export type WritableMap = ReadonlyMap<string, Writable>;

/** What knows its own text, and has no value of its own made for it. */
export abstract class SelfWriting {
  /** Its text where its lines are indented so far. */
  abstract textAt(depth: number): string;
}

/** Beyond this depth the writer hands over to one that does not recurse: foreign JSON may be nested as deep as it likes. */
const recursionLimit = 500;

/**
 * Writes a value as the field's tools do: keys sorted by code unit, two spaces, `[]` and `{}` for empty ones, no newline at the
 * end. One pass over the value and one string; no copy with sorted keys is made. `depth` is how far its lines are indented.
 */
export function stableJson(value: Writable, depth = 0): string {
  switch (typeof value) {
    case "string":
      return quoteJson(value);
    case "number":
      return Object.is(value, -0) ? "-0" : Number.isFinite(value) ? String(value) : "null";
    case "boolean":
      return value ? "true" : "false";
    default:
      if (value === null) return "null";
      if (value instanceof SelfWriting) return value.textAt(depth);
      if (depth > recursionLimit) return writeDeep(value, depth);
      if (isList(value)) return writeList(value, depth);
      return value instanceof Map ? writeMap(value, depth) : writeObject(value as WritableObject, depth);
  }
}

type WritableObject = { readonly [key: string]: Writable };

function isList(value: Writable): value is readonly Writable[] {
  return Array.isArray(value);
}

function writeList(list: readonly Writable[], depth: number): string {
  if (list.length === 0) return "[]";
  const line = lineBreak(depth + 1);
  let text = "[";
  let separator = line;
  for (const item of list) {
    text += separator + stableJson(item, depth + 1);
    separator = `,${line}`;
  }
  return `${text}${lineBreak(depth)}]`;
}

function writeObject(object: WritableObject, depth: number): string {
  const keys = sortedKeys(object);
  if (keys.length === 0) return "{}";
  const line = lineBreak(depth + 1);
  let text = "{";
  let separator = line;
  for (const key of keys) {
    text += `${separator}${labelOf(key)}${stableJson(object[key] as Writable, depth + 1)}`;
    separator = `,${line}`;
  }
  return `${text}${lineBreak(depth)}}`;
}

function writeMap(map: WritableMap, depth: number): string {
  if (map.size === 0) return "{}";
  const line = lineBreak(depth + 1);
  let text = "{";
  let separator = line;
  for (const key of [...map.keys()].sort()) {
    text += `${separator}${labelOf(key)}${stableJson(map.get(key) as Writable, depth + 1)}`;
    separator = `,${line}`;
  }
  return `${text}${lineBreak(depth)}}`;
}

/** A value that stands in many exports, such as the outcomes of a type: its text is made once for each depth. */
export class SharedJson extends SelfWriting {
  readonly #value: Json;
  readonly #texts: string[] = [];

  constructor(value: Json) {
    super();
    this.#value = value;
  }

  textAt(depth: number): string {
    let text = this.#texts[depth];
    if (text === undefined) {
      // Joined from lines it is one piece; put together it would be taken apart in each export anew.
      text = stableJson(this.#value, 0).split("\n").join(lineBreak(depth));
      this.#texts[depth] = text;
    }
    return text;
  }
}

/** Objects whose members' names are known beforehand, in their order: what stands before the values is made once. */
export class ObjectForm {
  readonly names: readonly string[];
  /** By depth. */
  readonly #starts: (readonly string[])[] = [];

  constructor(names: readonly string[]) {
    this.names = names;
  }

  /** The object of these members' texts; those that are `undefined` are left out. */
  textOf(texts: readonly (string | undefined)[], depth: number): string {
    const starts = this.#startsAt(depth + 1);
    let members = "";
    for (let index = 0; index < texts.length; index++) {
      const text = texts[index];
      if (text !== undefined) members += (starts[index] as string) + text;
    }
    return members === "" ? "{}" : `{${members.slice(1)}${lineBreak(depth)}}`;
  }

  /** Comma, line break and name of each member, in one piece. */
  #startsAt(depth: number): readonly string[] {
    let starts = this.#starts[depth];
    if (starts === undefined) {
      starts = this.names.map((name) => [",", lineBreak(depth), quoteJson(name), ": "].join(""));
      this.#starts[depth] = starts;
    }
    return starts;
  }
}

/** What is still to be written, last first: finished text, or a value with its depth. */
type Pending = (string | { readonly value: Writable; readonly depth: number })[];

type Container = Exclude<Writable, string | number | boolean | null | SelfWriting>;

/** The same as `stableJson`, with a stack of its own. */
function writeDeep(value: Writable, depth: number): string {
  const pieces: string[] = [];
  const open: Pending = [{ value, depth }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "string") pieces.push(next);
    else if (typeof next.value !== "object" || next.value === null) pieces.push(stableJson(next.value, 0));
    else if (next.value instanceof SelfWriting) pieces.push(next.value.textAt(next.depth));
    else openContainer(next.value, next.depth, open);
  }
  return pieces.join("");
}

function openContainer(value: Container, depth: number, open: Pending): void {
  const [left, right] = isList(value) ? "[]" : "{}";
  const members = membersOf(value);
  if (members.length === 0) {
    open.push(`${left}${right}`);
    return;
  }
  open.push(`${lineBreak(depth)}${right}`);
  for (const [index, [key, member]] of [...members.entries()].reverse()) {
    open.push({ value: member, depth: depth + 1 });
    const before = (index === 0 ? left : ",") + lineBreak(depth + 1);
    open.push(key === undefined ? before : `${before}${labelOf(key)}`);
  }
}

function membersOf(value: Container): readonly (readonly [key: string | undefined, value: Writable])[] {
  if (isList(value)) return value.map((item) => [undefined, item]);
  if (value instanceof Map) return [...(value as WritableMap)].sort(([one], [other]) => (one < other ? -1 : 1));
  const object = value as WritableObject;
  return sortedKeys(object).map((key) => [key, object[key] as Writable]);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes exactly these, and lone surrogates.
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text as JSON; the test is several times faster than `JSON.stringify` for the texts that need no escape. */
export function quoteJson(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** A key as it stands before its value. */
function labelOf(key: string): string {
  return `${quoteJson(key)}: `;
}

const lineBreaks: string[] = [];

/** A new line, and its indentation. */
export function lineBreak(depth: number): string {
  let line = lineBreaks[depth];
  if (line === undefined) {
    line = `\n${"  ".repeat(depth)}`;
    // Only usual depths are kept: their texts together stay small.
    if (depth < 64) lineBreaks[depth] = line;
  }
  return line;
}
