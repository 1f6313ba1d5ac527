import type { PointerLocation } from "./json-source.js";
import type { Range } from "./range.js";
import type { SourceFile } from "./source-file.js";

enum Char {
  Quote = 0x22,
  Comma = 0x2c,
  Colon = 0x3a,
  OpenList = 0x5b,
  Backslash = 0x5c,
  CloseList = 0x5d,
  OpenObject = 0x7b,
  CloseObject = 0x7d,
}

const noKey = -1;

/**
 * Where everything stands in a JSON text that is known to be well-formed. One walk notes offsets as plain numbers, in the
 * order of the text; members are put under their names only for the containers that somebody looks into. So it costs a
 * fraction of an index of all pointers, and a thousand look-ups cost little more than one.
 */
export class JsonOutline {
  readonly #text: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** Where the member's name begins; `noKey` for items of lists and the whole. */
  readonly #keys: number[] = [];
  /** The value behind all that is inside this one. */
  readonly #next: number[] = [];
  readonly #members = new Map<number, ReadonlyMap<string, number>>();

  constructor(text: string) {
    this.#text = text;
    this.#walk();
  }

  /** Finds a value by the names and positions that lead to it; of members of one name the last, as in `JSON.parse`. */
  locate(segments: readonly (string | number)[]): PointerLocation | undefined {
    let value: number | undefined = this.#starts.length === 0 ? undefined : 0;
    for (const segment of segments) {
      if (value === undefined) return undefined;
      value = this.#membersOf(value).get(String(segment));
    }
    return value === undefined ? undefined : { value: this.#rangeOf(value), key: this.#keyOf(value) };
  }

  #rangeOf(value: number): Range {
    return { start: this.#starts[value] ?? 0, end: this.#ends[value] ?? this.#text.length };
  }

  #keyOf(value: number): Range | undefined {
    const start = this.#keys[value] ?? noKey;
    return start === noKey ? undefined : { start, end: endOfString(this.#text, start) };
  }

  #membersOf(container: number): ReadonlyMap<string, number> {
    const known = this.#members.get(container);
    if (known) return known;
    const members = new Map<string, number>();
    const end = this.#next[container] ?? this.#starts.length;
    let position = 0;
    for (let value = container + 1; value < end; value = this.#next[value] ?? end) {
      const key = this.#keyOf(value);
      members.set(key ? decodeName(this.#text, key) : String(position++), value);
    }
    this.#members.set(container, members);
    return members;
  }

  #walk(): void {
    const text = this.#text;
    const open: number[] = [];
    let key = noKey;
    let awaitsName = false;
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at);
      if (code <= 0x20 || code === Char.Colon || code === 0xfeff) {
        at++;
      } else if (code === Char.Quote && awaitsName) {
        key = at;
        awaitsName = false;
        at = endOfString(text, at);
      } else if (code === Char.Comma) {
        awaitsName = text.charCodeAt(this.#starts[open[open.length - 1] ?? 0] ?? 0) === Char.OpenObject;
        at++;
      } else if (code === Char.CloseObject || code === Char.CloseList) {
        this.#close(open.pop() ?? 0, ++at);
        awaitsName = false;
      } else {
        const value = this.#starts.push(at) - 1;
        this.#keys.push(key);
        key = noKey;
        if (code === Char.OpenObject || code === Char.OpenList) {
          open.push(value);
          this.#close(value, ++at);
          awaitsName = code === Char.OpenObject;
        } else {
          at = code === Char.Quote ? endOfString(text, at) : endOfWord(text, at);
          this.#close(value, at);
        }
      }
    }
  }

  #close(value: number, end: number): void {
    this.#ends[value] = end;
    this.#next[value] = this.#starts.length;
  }
}

function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text.charCodeAt(before) === Char.Backslash) before--;
    if ((quote - before) % 2 === 1) return quote + 1;
  }
  return text.length;
}

function endOfWord(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === Char.Comma || code === Char.CloseObject || code === Char.CloseList) return at;
  }
  return text.length;
}

function decodeName(text: string, { start, end }: Range): string {
  const raw = text.slice(start + 1, end - 1);
  return raw.includes("\\") ? (JSON.parse(text.slice(start, end)) as string) : raw;
}

const outlines = new WeakMap<SourceFile, JsonOutline>();

/** The outline of a text, made when it is first asked for. */
export function outlineOf(source: SourceFile): JsonOutline {
  let outline = outlines.get(source);
  if (!outline) {
    outline = new JsonOutline(source.text);
    outlines.set(source, outline);
  }
  return outline;
}
