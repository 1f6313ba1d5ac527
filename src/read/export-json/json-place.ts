import type { Place } from "../../diagnostics/diagnostic.js";
import { scanJson } from "../../text/json-scanner.js";
import { childPointer, locatePointers, type PointerLocation } from "../../text/json-source.js";
import { emptyRange, type Range } from "../../text/range.js";
import type { SourceFile } from "../../text/source-file.js";

/** So many look-ups are made one by one; whoever wants more gets an index of the whole text. */
const singleLookUps = 4;

/**
 * A value in a JSON text. Neither pointer nor range exists before somebody asks: a model has thousands of places and
 * shows a handful, so making one must cost nothing beyond its memory.
 */
export class JsonPlace implements Place {
  readonly source: SourceFile;
  readonly #index: PlaceIndex;
  readonly #parent: JsonPlace | undefined;
  readonly #segment: string | number;
  readonly #part: "value" | "key";

  private constructor(
    source: SourceFile,
    index: PlaceIndex,
    parent: JsonPlace | undefined,
    segment: string | number,
    part: "value" | "key",
  ) {
    this.source = source;
    this.#index = index;
    this.#parent = parent;
    this.#segment = segment;
    this.#part = part;
  }

  /** The whole document. */
  static root(source: SourceFile): JsonPlace {
    return new JsonPlace(source, new PlaceIndex(source.text), undefined, "", "value");
  }

  /** A member or item of this value. */
  child(segment: string | number): JsonPlace {
    return new JsonPlace(this.source, this.#index, this, segment, "value");
  }

  /** The member's name instead of its value. */
  get key(): JsonPlace {
    return new JsonPlace(this.source, this.#index, this.#parent, this.#segment, "key");
  }

  get pointer(): string {
    const segments: (string | number)[] = [];
    for (let place: JsonPlace = this; place.#parent; place = place.#parent) segments.push(place.#segment);
    return segments.reduceRight<string>((pointer, segment) => childPointer(pointer, segment), "");
  }

  get range(): Range {
    const location = this.#index.locate(this.pointer);
    if (location) return (this.#part === "key" ? location.key : undefined) ?? location.value;
    // What is not there is missed in what should hold it.
    return this.#parent?.range ?? emptyRange;
  }
}

class PlaceIndex {
  readonly #text: string;
  readonly #found = new Map<string, PointerLocation | undefined>();
  #complete = false;

  constructor(text: string) {
    this.#text = text;
  }

  locate(pointer: string): PointerLocation | undefined {
    if (this.#complete || this.#found.has(pointer)) return this.#found.get(pointer);
    if (this.#found.size < singleLookUps) {
      const location = locatePointers(this.#text, [pointer]).get(pointer);
      this.#found.set(pointer, location);
      return location;
    }
    indexPointers(this.#text, this.#found);
    this.#complete = true;
    return this.#found.get(pointer);
  }
}

interface OpenValue {
  readonly pointer: string;
  readonly start: number;
  readonly key: Range | undefined;
  readonly isList: boolean;
  next: number;
}

/** Enters every value of the text under its pointer, in one walk. */
function indexPointers(text: string, found: Map<string, PointerLocation | undefined>): void {
  const open: OpenValue[] = [];
  let key: Range | undefined;
  scanJson(text, {
    key: (start, end) => {
      key = { start, end };
    },
    begin: (start, kind) => {
      const parent = open.at(-1);
      const segment = parent?.isList ? parent.next++ : key && (JSON.parse(text.slice(key.start, key.end)) as string);
      open.push({
        pointer: parent ? childPointer(parent.pointer, segment ?? "") : "",
        start,
        key: parent && !parent.isList ? key : undefined,
        isList: kind === "list",
        next: 0,
      });
    },
    end: (end) => {
      const value = open.pop();
      if (value) found.set(value.pointer, { value: { start: value.start, end }, key: value.key });
    },
  });
}
