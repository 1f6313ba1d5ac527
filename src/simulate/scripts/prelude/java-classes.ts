import { host } from "./border.js";
import { callbackClasses } from "./callback-classes.js";
import { bytesFrom, decodeBase64, encodeBase64, utf8Text } from "./encodings.js";
import { javaList, javaMap, javaText } from "./java-collections.js";
import type { ClassTable } from "./java-packages.js";
import { bytesOf } from "./java-strings.js";
import { joined } from "./joined.js";
import { JavaJsonValue } from "./json-value.js";
import { LegacyAction } from "./legacy-action.js";
import { Request } from "./legacy-http.js";

/** The Java classes that the simulation provides. */
export function javaClasses(): ClassTable {
  return new Map<string, unknown>([
    ...callbackClasses(),
    ["org.forgerock.openam.auth.node.api.Action", LegacyAction],
    ["org.forgerock.json.JsonValue", JavaJsonValue],
    ["org.forgerock.http.protocol.Request", Request],
    ["com.sun.identity.idm.IdType", named("com.sun.identity.idm.IdType", { USER: "user", AGENT: "agent" })],
    ["java.lang.String", named("java.lang.String", { valueOf: JavaString, join, format }, JavaString)],
    ["java.lang.Integer", wholeNumber("java.lang.Integer", -2147483648, 2147483647)],
    ["java.lang.Long", wholeNumber("java.lang.Long", Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)],
    ["java.lang.Double", named("java.lang.Double", { parseDouble: number, valueOf: number }, number)],
    [
      "java.lang.Boolean",
      named("java.lang.Boolean", { parseBoolean: flag, valueOf: flag, TRUE: true, FALSE: false }, flag),
    ],
    ["java.lang.Math", Math],
    ["java.lang.System", named("java.lang.System", { currentTimeMillis: () => Date.now() })],
    ["java.lang.StringBuilder", StringBuilder],
    ["java.lang.StringBuffer", StringBuilder],
    [
      "java.time.Duration",
      named("java.time.Duration", { ofMinutes: number, ofHours: (hours: unknown) => number(hours) * 60 }),
    ],
    ["java.util.ArrayList", collection("java.util.ArrayList", javaList)],
    ["java.util.LinkedList", collection("java.util.LinkedList", javaList)],
    ["java.util.HashSet", collection("java.util.HashSet", distinct)],
    ["java.util.LinkedHashSet", collection("java.util.LinkedHashSet", distinct)],
    ["java.util.HashMap", collection("java.util.HashMap", map)],
    ["java.util.LinkedHashMap", collection("java.util.LinkedHashMap", map)],
    ["java.util.TreeMap", collection("java.util.TreeMap", map)],
    ["java.util.Arrays", named("java.util.Arrays", { asList: listOf, toString: javaText })],
    ["java.util.List", named("java.util.List", { of: (...items: readonly unknown[]) => javaList(items) })],
    ["java.util.Map", named("java.util.Map", { of: mapOf })],
    ["java.util.Collections", named("java.util.Collections", collections)],
    ["java.util.UUID", named("java.util.UUID", { randomUUID: () => host("uuid") })],
    ["java.util.Date", Date],
    ["java.util.Base64", named("java.util.Base64", { getEncoder: base64Encoder, getDecoder: base64Decoder })],
  ]);
}

/** A namespace of static members that is also the class itself, where it can be called. */
function named(className: string, members: object, call?: (...args: readonly unknown[]) => unknown): unknown {
  const type = function (...args: readonly unknown[]) {
    if (!call) throw new TypeError(`${className} cannot be made`);
    const value = call(...args);
    return new.target ? Object(value) : value;
  };
  for (const [name, value] of Object.entries({ ...members, className })) {
    Object.defineProperty(type, name, { value, configurable: true });
  }
  return type;
}

function collection(className: string, make: (items?: never) => object): unknown {
  return named(className, {}, (items) => (typeof items === "object" && items !== null ? make(items as never) : make()));
}

function wholeNumber(className: string, least: number, most: number): unknown {
  const parse = (digits: unknown, radix?: unknown): number => {
    const text = String(digits);
    const value = Number.parseInt(text, Number(radix ?? 10));
    if (!/^[-+]?[0-9a-z]+$/i.test(text) || Number.isNaN(value)) throw new TypeError(`For input string: "${text}"`);
    return value;
  };
  return named(
    className,
    { parseInt: parse, parseLong: parse, valueOf: parse, MIN_VALUE: least, MAX_VALUE: most },
    parse,
  );
}

/** Java's `String(value)`: joins characters instead of listing them. */
function JavaString(value: unknown = ""): string {
  if (!Array.isArray(value)) return String(value);
  return value.every((item) => typeof item === "number") ? utf8Text(value) : value.join("");
}

function join(separator: unknown, ...parts: readonly unknown[]): string {
  return joined(parts).map(String).join(String(separator));
}

/** Java's `String.format` with `%s`, `%d` and `%%`, arguments in order. */
function format(pattern: unknown, ...values: readonly unknown[]): string {
  let next = 0;
  return String(pattern).replace(/%([sd%])/g, (_all, kind) => (kind === "%" ? "%" : String(values[next++])));
}

function number(value: unknown): number {
  return Number(value);
}

function flag(value: unknown): boolean {
  return String(value).toLowerCase() === "true";
}

function map(members: object = {}): object {
  return javaMap(members);
}

function distinct(items: Iterable<unknown> = []): unknown[] {
  const list = javaList(new Set(items));
  const add = list["add" as never] as (value: unknown) => boolean;
  Object.defineProperty(list, "add", {
    value: (value: unknown) => !list.includes(value) && add.call(list, value),
  });
  return list;
}

function listOf(...items: readonly unknown[]): unknown[] {
  return javaList(items.length === 1 && Array.isArray(items[0]) ? items[0] : items);
}

function mapOf(...parts: readonly unknown[]): object {
  const members: [string, unknown][] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) members.push([String(parts[index]), parts[index + 1]]);
  return javaMap(Object.fromEntries(members));
}

const collections = {
  emptyList: () => javaList(),
  emptySet: () => javaList(),
  emptyMap: () => javaMap(),
  singletonList: (item: unknown) => javaList([item]),
  singleton: (item: unknown) => javaList([item]),
  singletonMap: (key: unknown, value: unknown) => mapOf(key, value),
};

function base64Encoder(): object {
  return { encodeToString: (bytes: unknown) => encodeBase64(bytesFrom(bytes)) };
}

function base64Decoder(): object {
  return { decode: (text: unknown) => decodeBase64(String(text)) };
}

class StringBuilder {
  #text: string;

  constructor(start: unknown = "") {
    this.#text = typeof start === "number" ? "" : String(start);
  }

  append(part: unknown): this {
    this.#text += JavaString(part);
    return this;
  }

  // The script's `length()`, see java-strings.ts.
  Length(): number {
    return this.#text.length;
  }

  reverse(): this {
    this.#text = Array.from(this.#text).reverse().join("");
    return this;
  }

  getBytes(): number[] {
    return bytesOf(this.#text);
  }

  toString(): string {
    return this.#text;
  }
}
