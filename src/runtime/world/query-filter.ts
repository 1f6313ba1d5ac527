import type { JsonValue } from "../machine.js";
import { readPath } from "./attribute-path.js";
import type { ManagedObject } from "./world-options.js";

/** Tells whether an object passes a filter. */
export type QueryFilter = (object: ManagedObject) => boolean;

/**
 * Reads a filter of the platform's query language: `mail eq "x" and (sn sw "y" or not city pr)`. Attributes may also be
 * written `/mail`. Returns `undefined` for text that is no filter.
 */
export function parseQueryFilter(text: string): QueryFilter | undefined {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[()!]|[^\s()!]+/g) ?? [];
  const reader: Reader = { tokens, at: 0, depth: 0 };
  const filter = readOr(reader);
  return filter && reader.at === tokens.length ? filter : undefined;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  depth: number;
}

const deepestFilter = 100;

function readOr(reader: Reader): QueryFilter | undefined {
  return readChain(reader, "or", readAnd, (filters) => (object) => filters.some((filter) => filter(object)));
}

function readAnd(reader: Reader): QueryFilter | undefined {
  return readChain(reader, "and", readOne, (filters) => (object) => filters.every((filter) => filter(object)));
}

function readChain(
  reader: Reader,
  word: string,
  readPart: (reader: Reader) => QueryFilter | undefined,
  join: (filters: readonly QueryFilter[]) => QueryFilter,
): QueryFilter | undefined {
  const filters: QueryFilter[] = [];
  do {
    const part = readPart(reader);
    if (!part) return undefined;
    filters.push(part);
  } while (takeWord(reader, word));
  const [only] = filters;
  return filters.length === 1 ? only : join(filters);
}

function readOne(reader: Reader): QueryFilter | undefined {
  if (++reader.depth > deepestFilter) return undefined;
  const filter = readSimple(reader);
  reader.depth--;
  return filter;
}

function readSimple(reader: Reader): QueryFilter | undefined {
  if (takeWord(reader, "!") || takeWord(reader, "not")) {
    const inner = readOne(reader);
    return inner && ((object) => !inner(object));
  }
  if (takeWord(reader, "(")) {
    const inner = readOr(reader);
    return takeWord(reader, ")") ? inner : undefined;
  }
  if (takeWord(reader, "true")) return () => true;
  if (takeWord(reader, "false")) return () => false;
  return readComparison(reader);
}

function readComparison(reader: Reader): QueryFilter | undefined {
  const path = reader.tokens[reader.at++]?.replace(/^\//, "");
  const operator = reader.tokens[reader.at++]?.toLowerCase();
  if (path === undefined || operator === undefined) return undefined;
  if (operator === "pr") return (object) => isHeld(readPath(object, path));
  const literal = reader.tokens[reader.at++];
  const test = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (literal === undefined || !test) return undefined;
  const wanted = literalValue(literal);
  return (object) => passes(readPath(object, path), test, wanted);
}

/** Whether the value, or one item of a list, equals the wanted one as the filter `eq` compares. */
export function isOneEqual(held: JsonValue | undefined, wanted: JsonValue): boolean {
  return passes(held, equals, wanted);
}

/** Whether the value counts as present for the filter `pr`. */
export function isHeld(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && value !== "";
}

function passes(held: JsonValue | undefined, test: Test, wanted: JsonValue): boolean {
  return (Array.isArray(held) ? held : [held]).some((value) => isHeld(value) && test(plain(value), plain(wanted)));
}

type Plain = string | number | boolean;
type Test = (held: Plain, wanted: Plain) => boolean;

const equals: Test = (held, wanted) => held === wanted;

const operators: { readonly [name: string]: Test } = {
  eq: equals,
  ne: (held, wanted) => held !== wanted,
  co: (held, wanted) => String(held).includes(String(wanted)),
  sw: (held, wanted) => String(held).startsWith(String(wanted)),
  ew: (held, wanted) => String(held).endsWith(String(wanted)),
  gt: (held, wanted) => held > wanted,
  ge: (held, wanted) => held >= wanted,
  lt: (held, wanted) => held < wanted,
  le: (held, wanted) => held <= wanted,
};

/** Texts compare without case, as in the platform's store. */
function plain(value: JsonValue | undefined): Plain {
  if (typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "string" ? value.toLowerCase() : JSON.stringify(value ?? null);
}

function literalValue(literal: string): JsonValue {
  const quoted = /^(["'])(.*)\1$/s.exec(literal);
  if (quoted) return (quoted[2] ?? "").replace(/\\(.)/gs, "$1");
  if (literal === "true" || literal === "false") return literal === "true";
  const number = Number(literal);
  return Number.isNaN(number) ? literal : number;
}

function takeWord(reader: Reader, word: string): boolean {
  const found = reader.tokens[reader.at]?.toLowerCase() === word;
  if (found) reader.at++;
  return found;
}
