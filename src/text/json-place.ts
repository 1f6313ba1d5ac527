import { outlineOf } from "./json-outline.js";
import { childPointer, pointerSegments } from "./json-pointer.js";
import type { Range } from "./range.js";
import type { SourceFile } from "./source-file.js";

/**
 * A value in a JSON text. Neither pointer nor range exists before somebody asks: a model has thousands of places and
 * shows a handful, so making one must cost nothing beyond its memory.
 */
export class JsonPlace {
  readonly source: SourceFile;
  readonly #parent: JsonPlace | undefined;
  readonly #segment: string | number;
  readonly #part: "value" | "key";

  private constructor(
    source: SourceFile,
    parent: JsonPlace | undefined,
    segment: string | number,
    part: "value" | "key",
  ) {
    this.source = source;
    this.#parent = parent;
    this.#segment = segment;
    this.#part = part;
  }

  /** The whole document. */
  static root(source: SourceFile): JsonPlace {
    return new JsonPlace(source, undefined, "", "value");
  }

  /** The value that a pointer names. */
  static at(source: SourceFile, pointer: string): JsonPlace {
    return pointerSegments(pointer).reduce<JsonPlace>((place, segment) => place.child(segment), JsonPlace.root(source));
  }

  /** A member or item of this value. */
  child(segment: string | number): JsonPlace {
    return new JsonPlace(this.source, this, segment, "value");
  }

  /** The member's name instead of its value. */
  get key(): JsonPlace {
    return new JsonPlace(this.source, this.#parent, this.#segment, "key");
  }

  get pointer(): string {
    return this.#segments().reduce<string>((pointer, segment) => childPointer(pointer, segment), "");
  }

  get range(): Range {
    if (!this.#parent) return wholeRange(this.source.text);
    const location = outlineOf(this.source).locate(this.#segments());
    if (location) return (this.#part === "key" ? location.key : undefined) ?? location.value;
    // What is not there is missed in what should hold it.
    return this.#parent.range;
  }

  /** The names and positions that lead here from the whole document. */
  #segments(): readonly (string | number)[] {
    const segments: (string | number)[] = [];
    for (let place: JsonPlace = this; place.#parent; place = place.#parent) segments.push(place.#segment);
    return segments.reverse();
  }
}

function wholeRange(text: string): Range {
  const start = text.length - text.replace(/^\ufeff/, "").trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}
