import { getOwn, isJsonObject } from "../text/json.js";
import type { JsonValue } from "./machine.js";

/**
 * A node's properties. Each reader takes the type's default because exports leave out default values. A value of
 * another kind than the wanted one (such as an ESV placeholder object) counts as absent.
 */
export class Properties {
  constructor(readonly all: { readonly [property: string]: JsonValue }) {}

  readonly #maps = new Map<string, ReadonlyMap<string, string>>();

  value(name: string): JsonValue | undefined {
    return getOwn(this.all, name);
  }

  text(name: string, byDefault = ""): string {
    const value = this.value(name);
    return typeof value === "string" ? value : byDefault;
  }

  flag(name: string, byDefault: boolean): boolean {
    const value = this.value(name);
    return typeof value === "boolean" ? value : byDefault;
  }

  number(name: string, byDefault: number): number {
    return this.optionalNumber(name) ?? byDefault;
  }

  optionalNumber(name: string): number | undefined {
    const value = this.value(name);
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? number : undefined;
  }

  texts(name: string, byDefault: readonly string[] = []): readonly string[] {
    const value = this.value(name);
    if (!Array.isArray(value)) return byDefault;
    return value.filter((item): item is string => typeof item === "string");
  }

  /** A map of texts, in the order of the export. */
  map(name: string): ReadonlyMap<string, string> {
    const known = this.#maps.get(name);
    if (known) return known;
    const value = this.value(name);
    const entries = isJsonObject(value) ? Object.entries(value) : [];
    const map = new Map(entries.map(([key, item]) => [key, typeof item === "string" ? item : String(item)]));
    this.#maps.set(name, map);
    return map;
  }
}
