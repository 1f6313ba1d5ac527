import type { Json } from "../../text/json.js";

/**
 * Deeper values are written as JSON text in a string, because compilers and formatters recurse and would fail on them.
 */
const deepestLiteral = 40;

/** Quotes a text for TypeScript. Characters that a reader could not see, or would see in a wrong order, are escaped. */
export function printText(text: string): string {
  return JSON.stringify(text).replace(unseen, escapeUnit);
}

/** Quotes a text like `printText`, but a text of several lines becomes a template, which is easier to read. */
export function quoteLines(text: string): string {
  if (!text.includes("\n")) return printText(text);
  const escaped = text
    .replace(/[\\`]|\$(?=\{)/g, "\\$&")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters do not belong into a source text.
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, escapeUnit)
    .replace(unseen, escapeUnit)
    .replace(/\p{Surrogate}/gu, escapeUnit);
  return `\`${escaped}\``;
}

/** Control characters, line separators, the byte order mark, and marks that change the direction of writing. */
const unseen = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A key of an object literal. `__proto__` is computed, because as a plain key it would set the prototype. */
export function printKey(key: string): string {
  return key === "__proto__" ? '["__proto__"]' : printText(key);
}

/** Writes plain data as a TypeScript expression with the same value. */
export function printLiteral(value: Json): string {
  return isDeep(value) ? `JSON.parse(${printText(print(value, printText))})` : print(value, printKey);
}

/** A list or object that is being written, with the members that are left. */
interface Frame {
  readonly rest: Iterator<readonly [key: string | undefined, value: Json]>;
  readonly close: string;
  first: boolean;
}

/** Writes a value without recursion, because exports may nest values to any depth. */
function print(value: Json, key: (name: string) => string): string {
  const parts: string[] = [];
  const frames: Frame[] = [];
  const open = (opened: Json) => {
    if (opened === null || typeof opened !== "object") {
      parts.push(typeof opened === "string" ? printText(opened) : Object.is(opened, -0) ? "-0" : String(opened));
      return;
    }
    parts.push(isList(opened) ? "[" : "{");
    frames.push({ rest: entriesOf(opened), close: isList(opened) ? "]" : "}", first: true });
  };
  open(value);
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const next = frame.rest.next();
    if (next.done) {
      parts.push(frame.close);
      frames.pop();
      continue;
    }
    if (!frame.first) parts.push(",");
    frame.first = false;
    const [name, member] = next.value;
    if (name !== undefined) parts.push(key(name), ":");
    open(member);
  }
  return parts.join("");
}

function isDeep(value: Json): boolean {
  let level: Json[] = [value];
  for (let depth = 0; depth < deepestLiteral; depth++) {
    level = level.flatMap((member) => (member !== null && typeof member === "object" ? Object.values(member) : []));
    if (level.length === 0) return false;
  }
  return true;
}

function* entriesOf(value: Json & object): Generator<readonly [key: string | undefined, value: Json]> {
  if (isList(value)) for (const member of value) yield [undefined, member];
  else yield* Object.entries(value);
}

/** Like `Array.isArray`, which does not narrow readonly arrays. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
