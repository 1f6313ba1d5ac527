import type { Json, JsonObject } from "./json.js";
import { jsonName } from "./json-name.js";
import { type JsonProblem, scanJson } from "./json-scanner.js";
import { findLossyNumber, type LossyNumber } from "./lossy-number.js";
import { jsonInText } from "./parse-json-text.js";
import type { Range } from "./range.js";
import type { SourceFile } from "./source-file.js";

/** A member that stands twice in one object: the last one counts, as in `JSON.parse`. */
export interface DuplicateKey {
  readonly key: string;
  readonly range: Range;
  readonly first: Range;
}

export type ParsedJson =
  | { readonly kind: "value"; readonly value: Json; readonly duplicates: readonly DuplicateKey[] }
  | ({ readonly kind: "problem"; readonly lossy?: LossyNumber } & JsonProblem);

/**
 * Parses a JSON text; a byte order mark is passed over. Linear and without recursion, so that any depth ends well. Keys
 * such as `__proto__` become plain own properties. A number that would become another one is a problem.
 */
export function parseJson(source: SourceFile): ParsedJson {
  const { text } = source;
  // The engine's parser is many times faster than one in JavaScript, and does not recurse either.
  const value = jsonInText(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  const lossy = value === undefined ? undefined : findLossyNumber(text);
  if (lossy !== undefined) return { kind: "problem", lossy, problem: lossy.problem, offset: lossy.offset };
  if (value !== undefined && countMembers(value) === mostNames(text)) return { kind: "value", value, duplicates: [] };
  const duplicates: DuplicateKey[] = [];
  const problem = scanJson(text, duplicateFinder(text, duplicates));
  if (problem) return { kind: "problem", ...problem };
  if (value === undefined) throw new Error("JSON.parse refuses what the scanner takes for JSON");
  return { kind: "value", value, duplicates };
}

/** The members of all objects in a value. */
function countMembers(value: Json): number {
  let count = 0;
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== "object" || next === null) continue;
    if (Array.isArray(next)) {
      for (const item of next as readonly Json[]) if (typeof item === "object" && item !== null) open.push(item);
      continue;
    }
    // Half the cost of a list of all members: every JSON that is read is gone through.
    for (const key in next) {
      const member = (next as JsonObject)[key] as Json;
      count++;
      if (typeof member === "object" && member !== null) open.push(member);
    }
  }
  return count;
}

/**
 * How many members a JSON text has at most: the colons behind a quote that ends a string, or begins one with a colon.
 * Where a value has as many, no name stands twice in an object; so finding out takes a tenth of a look at each name.
 */
function mostNames(text: string): number {
  let count = 0;
  for (let colon = text.indexOf(":"); colon !== -1; colon = text.indexOf(":", colon + 1)) {
    let quote = colon - 1;
    while (isBlank(text.charCodeAt(quote))) quote--;
    if (text.charCodeAt(quote) === 0x22 && !isEscaped(text, quote)) count++;
  }
  return count;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === 0x5c) before--;
  return (at - before) % 2 === 0;
}

function duplicateFinder(text: string, duplicates: DuplicateKey[]) {
  const seen: (Map<string, Range> | undefined)[] = [];
  return {
    begin: (_start: number, kind: "object" | "list" | "plain") => {
      seen.push(kind === "object" ? new Map() : undefined);
    },
    end: () => {
      seen.pop();
    },
    key: (start: number, end: number) => {
      const keys = seen[seen.length - 1];
      const key = jsonName(text, start, end);
      const first = keys?.get(key);
      if (first) duplicates.push({ key, range: { start, end }, first });
      else keys?.set(key, { start, end });
    },
  };
}
