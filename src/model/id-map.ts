import { isJsonObject, type Json, setOwn } from "../text/json.js";
import { uuids } from "./ids.js";

/** Greatest depth to which values are searched for ids; deeper values are compared unchanged. */
const deepest = 200;

/** Maps ids of the old side to ids of the new side that stand for the same thing. */
export class IdMap {
  readonly #ids = new Map<string, string>();

  add(before: string, after: string): void {
    if (before !== after) this.#ids.set(before, after);
  }

  get isEmpty(): boolean {
    return this.#ids.size === 0;
  }

  /** A text of the old side with the ids of the new side, also inside longer texts. */
  text(text: string): string {
    const whole = this.#ids.get(text);
    if (whole !== undefined) return whole;
    return this.isEmpty || text.length < 36 ? text : text.replace(uuids, (id) => this.#ids.get(id) ?? id);
  }

  /** A value of the old side with the ids of the new side, also in keys. */
  value(value: Json, depth = 0): Json {
    if (this.isEmpty || depth > deepest) return value;
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return value.map((item: Json) => this.value(item, depth + 1));
    if (!isJsonObject(value)) return value;
    const result: Record<string, Json> = {};
    for (const key of Object.keys(value)) setOwn(result, this.text(key), this.value(value[key] ?? null, depth + 1));
    return result;
  }
}

/** A text with its ids removed, for comparing texts about different nodes. */
export function withoutIds(text: string): string {
  return text.length < 36 ? text : text.replace(uuids, "#");
}
