import type { Json, JsonObject } from "./json.js";
import { type JsonProblem, scanJson } from "./json-scanner.js";
import { parseJsonText } from "./parse-json-text.js";
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
  | ({ readonly kind: "problem" } & JsonProblem);

/**
 * Parses a JSON text; a byte order mark is passed over. Linear and without recursion, so that any depth ends well. Keys
 * such as `__proto__` become plain own properties.
 */
export function parseJson(source: SourceFile): ParsedJson {
  const { text } = source;
  // The engine's parser is many times faster than one in JavaScript, and does not recurse either.
  const value = parseNatively(text);
  if (value !== undefined && countMembers(value) === mostNames(text)) return { kind: "value", value, duplicates: [] };
  const duplicates: DuplicateKey[] = [];
  const problem = scanJson(text, duplicateFinder(text, duplicates));
  if (problem) return { kind: "problem", ...problem };
  if (value === undefined) throw new Error("JSON.parse refuses what the scanner takes for JSON");
  return { kind: "value", value, duplicates };
}

function parseNatively(text: string): Json | undefined {
  try {
    return parseJsonText(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return undefined;
  }
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
      const key = decodeKey(text, start, end);
      const first = keys?.get(key);
      if (first) duplicates.push({ key, range: { start, end }, first });
      else keys?.set(key, { start, end });
    },
  };
}

function decodeKey(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  return raw.includes("\\") ? (JSON.parse(text.slice(start, end)) as string) : raw;
}

/** Finds the value that an RFC 6901 pointer names; `undefined` where there is none. */
export function locatePointer(text: string, pointer: string): Range | undefined {
  return locatePointers(text, [pointer]).get(pointer)?.value;
}

/** Finds the name (with its quotes) of the member that a pointer names. */
export function locateKey(text: string, pointer: string): Range | undefined {
  return locatePointers(text, [pointer]).get(pointer)?.key;
}

export interface PointerLocation {
  readonly value: Range;
  /** Where the value is a member of an object. */
  readonly key: Range | undefined;
}

/** Finds many pointers in one walk over the text. Broken text is searched up to where it breaks. */
export function locatePointers(text: string, pointers: readonly string[]): ReadonlyMap<string, PointerLocation> {
  const found = new Map<string, PointerLocation>();
  scanJson(text, pointerFinder(text, plantPaths(pointers), found));
  return found;
}

/** The paths sought, as a tree: what is below a container that is not in it needs no look. */
interface PathNode {
  readonly children: Map<string, PathNode>;
  readonly pointers: string[];
}

function plantPaths(pointers: readonly string[]): PathNode {
  const root: PathNode = { children: new Map(), pointers: [] };
  for (const pointer of pointers) {
    let node = root;
    for (const segment of pointerSegments(pointer)) {
      let child = node.children.get(segment);
      if (!child) {
        child = { children: new Map(), pointers: [] };
        node.children.set(segment, child);
      }
      node = child;
    }
    node.pointers.push(pointer);
  }
  return root;
}

/** The decoded parts of an RFC 6901 pointer; none for the whole document. */
export function pointerSegments(pointer: string): readonly string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The pointer to a member or item of what `parent` names. */
export function childPointer(parent: string, segment: string | number): string {
  return `${parent}/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

interface OpenValue {
  readonly path: PathNode | undefined;
  readonly start: number;
  readonly key: Range | undefined;
  readonly isList: boolean;
  next: number;
}

function pointerFinder(text: string, root: PathNode, found: Map<string, PointerLocation>) {
  const open: OpenValue[] = [];
  let key: Range | undefined;
  const childPath = (parent: OpenValue): PathNode | undefined => {
    if (!parent.path) return undefined;
    if (parent.isList) return parent.path.children.get(String(parent.next++));
    return key && parent.path.children.get(decodeKey(text, key.start, key.end));
  };
  return {
    key: (start: number, end: number) => {
      key = { start, end };
    },
    begin: (start: number, kind: "object" | "list" | "plain") => {
      const parent = open[open.length - 1];
      const path = parent ? childPath(parent) : root;
      open.push({ path, start, key: parent && !parent.isList ? key : undefined, isList: kind === "list", next: 0 });
    },
    end: (end: number) => {
      const value = open.pop();
      if (!value?.path) return;
      for (const pointer of value.path.pointers) {
        found.set(pointer, { value: { start: value.start, end }, key: value.key });
      }
    },
  };
}

/**
 * Ranges by pointer that are only looked up when one of them is asked for, all of them in one walk: most diagnostics of
 * a large export are counted, not shown.
 */
export class PointerRanges {
  readonly #text: string;
  readonly #found = new Map<string, PointerLocation | undefined>();
  readonly #wanted = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The range of a value, or of the member's name; the whole text's start where the pointer leads nowhere. */
  rangeOf(pointer: string, part: "value" | "key" = "value"): Range {
    if (!this.#found.has(pointer)) this.#wanted.add(pointer);
    const locate = (): Range => {
      const location = this.#locate(pointer);
      return (part === "key" ? location?.key : undefined) ?? location?.value ?? { start: 0, end: 0 };
    };
    return {
      get start() {
        return locate().start;
      },
      get end() {
        return locate().end;
      },
    };
  }

  #locate(pointer: string): PointerLocation | undefined {
    if (this.#wanted.size > 0) {
      const found = locatePointers(this.#text, [...this.#wanted]);
      for (const wanted of this.#wanted) this.#found.set(wanted, found.get(wanted));
      this.#wanted.clear();
    }
    return this.#found.get(pointer);
  }
}
