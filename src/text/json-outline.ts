import { jsonName } from "./json-name.js";
import { scanJson } from "./json-scanner.js";
import type { Range } from "./range.js";
import type { SourceFile } from "./source-file.js";

/** Where a value stands, and, if it is a member of an object, its name with the quotes. */
export interface JsonLocation {
  readonly value: Range;
  readonly key: Range | undefined;
}

const none = -1;

/**
 * Where everything stands in a JSON text, up to where it breaks if it is broken. One walk notes offsets as plain numbers, in
 * the order of the text; members are put under their names only for the containers that somebody looks into. So it costs a
 * fraction of an index of all pointers, and a thousand look-ups cost little more than one.
 */
export class JsonOutline {
  readonly #text: string;
  readonly #starts: number[] = [];
  /** `none` for what does not end. */
  readonly #ends: number[] = [];
  /** Where the member's name begins and ends; `none` for items of lists and the whole. */
  readonly #keyStarts: number[] = [];
  readonly #keyEnds: number[] = [];
  /** The value behind all that is inside this one. */
  readonly #next: number[] = [];
  readonly #members = new Map<number, ReadonlyMap<string, number>>();

  constructor(text: string) {
    this.#text = text;
    this.#walk();
  }

  /** Finds a value by the names and positions that lead to it; of members of one name the last, as in `JSON.parse`. */
  locate(segments: readonly (string | number)[]): JsonLocation | undefined {
    let value: number | undefined = this.#starts.length === 0 ? undefined : 0;
    for (const segment of segments) {
      if (value === undefined) return undefined;
      value = this.#membersOf(value).get(String(segment));
    }
    const end = value === undefined ? none : (this.#ends[value] ?? none);
    if (value === undefined || end === none) return undefined;
    return { value: { start: this.#starts[value] ?? 0, end }, key: this.#keyOf(value) };
  }

  #keyOf(value: number): Range | undefined {
    const start = this.#keyStarts[value] ?? none;
    return start === none ? undefined : { start, end: this.#keyEnds[value] ?? start };
  }

  #membersOf(container: number): ReadonlyMap<string, number> {
    const known = this.#members.get(container);
    if (known) return known;
    const members = new Map<string, number>();
    const end = Math.min(this.#next[container] ?? 0, this.#starts.length);
    let position = 0;
    for (let value = container + 1; value < end; value = this.#next[value] ?? end) {
      const key = this.#keyOf(value);
      members.set(key ? jsonName(this.#text, key.start, key.end) : String(position++), value);
    }
    this.#members.set(container, members);
    return members;
  }

  #walk(): void {
    const open: number[] = [];
    let keyStart = none;
    let keyEnd = none;
    scanJson(this.#text, {
      key: (start, end) => {
        keyStart = start;
        keyEnd = end;
      },
      begin: (start) => {
        open.push(this.#starts.push(start) - 1);
        this.#ends.push(none);
        this.#next.push(Number.POSITIVE_INFINITY);
        this.#keyStarts.push(keyStart);
        this.#keyEnds.push(keyEnd);
        keyStart = none;
        keyEnd = none;
      },
      end: (end) => {
        const value = open.pop() ?? 0;
        this.#ends[value] = end;
        this.#next[value] = this.#starts.length;
      },
    });
  }
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
