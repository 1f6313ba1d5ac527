import { isJsonObject, type Json, setOwn } from "../../text/json.js";
import { jsonIn } from "../../text/json-form.js";
import type { JsonPlace } from "../../text/json-place.js";
import { pointerSegments } from "../../text/json-pointer.js";
import { stableJson } from "../../text/stable-json.js";
import { memberOf, valueAt } from "../../text/value-at.js";
import { keepForm, withOrderOf } from "../write/keep-form.js";

/** The JSON files of a folder while they are changed, and the texts that lie beside them. */
export class Documents {
  readonly #files: ReadonlyMap<string, string>;
  readonly #values = new Map<string, Json>();
  readonly #texts = new Map<string, string>();
  readonly #removals: { readonly path: string; readonly pointer: string }[] = [];

  /** The files whose value is a copy that may be changed. */
  readonly #owned = new Set<string>();
  #touched = new Set<string>();

  constructor(files: ReadonlyMap<string, string>) {
    this.#files = files;
  }

  /** The files that were changed since the last call. */
  takeTouched(): ReadonlySet<string> {
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }

  has(path: string): boolean {
    return this.#files.has(path) || this.#values.has(path);
  }

  /** The value that a place names, as the file has it now. */
  at(place: JsonPlace): Json | undefined {
    return valueAt(this.whole(place.source.path), place.pointer);
  }

  whole(path: string): Json {
    const known = this.#values.get(path);
    return known === undefined ? (jsonIn(this.#files.get(path) ?? "") ?? null) : known;
  }

  /** Sets what a place names; its members keep their order and their revisions. */
  set(place: JsonPlace, value: Json): void {
    this.setAt(place.source.path, place.pointer, withOrderOf(this.at(place) ?? null, value));
  }

  setAt(path: string, pointer: string, value: Json): void {
    this.#touched.add(path);
    const segments = [...pointerSegments(pointer)];
    const last = segments.pop();
    if (last === undefined) {
      this.#values.set(path, value);
      this.#owned.delete(path);
      return;
    }
    const whole = this.#own(path);
    let holder: Json | undefined = whole;
    for (const segment of segments) holder = memberOf(holder, segment);
    if (Array.isArray(holder)) (holder as Json[])[last === "-" ? holder.length : Number(last)] = value;
    else if (isJsonObject(holder)) setOwn(holder as Record<string, Json>, last, value);
  }

  /** Removes what a place names: a file, an item of a list, or a member. */
  remove(place: JsonPlace): void {
    this.#touched.add(place.source.path);
    this.#removals.push({ path: place.source.path, pointer: place.pointer });
  }

  text(path: string): string | undefined {
    return this.#texts.get(path) ?? this.#files.get(path);
  }

  setText(path: string, text: string): void {
    this.#touched.add(path);
    this.#texts.set(path, text);
  }

  /** The files that have changed, and those that are gone. */
  finish(): { readonly files: ReadonlyMap<string, string>; readonly removed: readonly string[] } {
    const removed = this.#applyRemovals();
    const files = new Map([...this.#texts].filter(([path, text]) => this.#files.get(path) !== text));
    for (const [path, value] of this.#values) {
      const before = this.#files.get(path);
      const text = (before === undefined ? undefined : keepForm(before, value)) ?? stableJson(value);
      if (text !== before && !removed.has(path)) files.set(path, text);
    }
    return { files, removed: [...removed].sort() };
  }

  /** The last items of a list first, so that the positions of the others stay. */
  #applyRemovals(): ReadonlySet<string> {
    const whole = new Set<string>();
    const inside = this.#removals.filter(({ path, pointer }) => {
      if (pointer === "" || pointer === "/data") whole.add(path);
      return pointer !== "" && pointer !== "/data";
    });
    const position = (pointer: string) => Number(pointerSegments(pointer).at(-1));
    inside.sort((left, right) => (position(right.pointer) || 0) - (position(left.pointer) || 0));
    for (const { path, pointer } of inside) {
      const segments = [...pointerSegments(pointer)];
      const last = segments.pop() ?? "";
      let holder: Json | undefined = this.#own(path);
      for (const segment of segments) holder = memberOf(holder, segment);
      if (Array.isArray(holder)) (holder as Json[]).splice(Number(last), 1);
      else if (isJsonObject(holder)) delete (holder as Record<string, Json>)[last];
    }
    return whole;
  }

  /** The value of a file as one that may be changed. */
  #own(path: string): Json {
    const known = this.#values.get(path);
    if (known !== undefined && this.#owned.has(path)) return known;
    const value = structuredClone(this.whole(path)) as Json;
    this.#values.set(path, value);
    this.#owned.add(path);
    return value;
  }
}
