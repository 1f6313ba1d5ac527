import { readPath } from "../../../runtime/world/attribute-path.js";
import { isJsonObject, type Json, type JsonObject } from "../../../text/json.js";
import { BindingError } from "./host-calls.js";

type Matches = (object: JsonObject) => boolean;

const token = /\s*(\(|\)|!|"(?:\\.|[^"\\])*"|[^\s()!"]+)/gy;
/** The reader is recursive, so a filter that is nested deeper is refused. */
const deepest = 100;

/** Reads a `_queryFilter` such as `userName eq "anna" and !(mail pr)`. */
export function readQueryFilter(filter: string): Matches {
  const reader = new FilterReader(tokensOf(filter), filter);
  return reader.read();
}

function tokensOf(filter: string): readonly string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  for (let at = 0; at < filter.trimEnd().length; at = token.lastIndex) {
    const found = token.exec(filter)?.[1];
    if (found === undefined) throw new BindingError(`Invalid query filter: ${filter}`, 400);
    tokens.push(found);
  }
  return tokens;
}

class FilterReader {
  readonly #tokens: readonly string[];
  readonly #filter: string;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly string[], filter: string) {
    this.#tokens = tokens;
    this.#filter = filter;
  }

  read(): Matches {
    const matches = this.#or();
    if (this.#at < this.#tokens.length) throw this.#invalid();
    return matches;
  }

  #or(): Matches {
    const parts = [this.#and()];
    while (this.#take("or")) parts.push(this.#and());
    return (object) => parts.some((part) => part(object));
  }

  #and(): Matches {
    const parts = [this.#not()];
    while (this.#take("and")) parts.push(this.#not());
    return (object) => parts.every((part) => part(object));
  }

  #not(): Matches {
    if (++this.#depth > deepest) throw this.#invalid();
    const matches = this.#take("!") ? negated(this.#not()) : this.#primary();
    this.#depth--;
    return matches;
  }

  #primary(): Matches {
    if (this.#take("(")) {
      const inner = this.#or();
      if (!this.#take(")")) throw this.#invalid();
      return inner;
    }
    const name = this.#next();
    if (name === "true" || name === "false") return () => name === "true";
    const operator = this.#next();
    const path = name.replace(/^\//, "");
    if (operator === "pr") return (object) => valuesAt(object, path).length > 0;
    const compare = comparisons.get(operator);
    if (!compare) throw this.#invalid();
    const wanted = literal(this.#next());
    return (object) => valuesAt(object, path).some((value) => compare(value, wanted));
  }

  #take(word: string): boolean {
    if (this.#tokens[this.#at] !== word) return false;
    this.#at++;
    return true;
  }

  #next(): string {
    const word = this.#tokens[this.#at++];
    if (word === undefined) throw this.#invalid();
    return word;
  }

  #invalid(): BindingError {
    return new BindingError(`Invalid query filter: ${this.#filter}`, 400);
  }
}

function negated(matches: Matches): Matches {
  return (object) => !matches(object);
}

/** The values at a path; an attribute with several values matches when one of them does. */
function valuesAt(object: JsonObject, path: string): readonly Json[] {
  const value = readPath(object, path);
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

const comparisons: ReadonlyMap<string, (value: Json, wanted: Json) => boolean> = new Map([
  ["eq", (value, wanted) => text(value) === text(wanted)],
  ["co", (value, wanted) => text(value).includes(text(wanted))],
  ["sw", (value, wanted) => text(value).startsWith(text(wanted))],
  ["gt", (value, wanted) => order(value, wanted) > 0],
  ["ge", (value, wanted) => order(value, wanted) >= 0],
  ["lt", (value, wanted) => order(value, wanted) < 0],
  ["le", (value, wanted) => order(value, wanted) <= 0],
]);

/** The text of a value, in lower case because texts compare without case. */
function text(value: Json): string {
  return (isJsonObject(value) ? JSON.stringify(value) : String(value)).toLowerCase();
}

function order(value: Json, wanted: Json): number {
  if (typeof value === "number" && typeof wanted === "number") return value - wanted;
  const [left, right] = [text(value), text(wanted)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function literal(word: string): Json {
  try {
    return JSON.parse(word) as Json;
  } catch {
    return word.replace(/^'(.*)'$/, "$1");
  }
}
