import { host, isList, javaError } from "./border.js";
import { callbackClasses } from "./callback-classes.js";
import { bytesFrom, decodeBase64, encodeBase64, encodeBase64Url, utf8Text } from "./encodings.js";
import { held, isJavaList, isJavaMap, javaList, javaMap, javaText, membersOf } from "./java-collections.js";
import { JavaDate } from "./java-date.js";
import { durations } from "./java-duration.js";
import { JavaNumber } from "./java-numbers.js";
import type { ClassTable } from "./java-packages.js";
import { PlainRandom, SecureRandom } from "./java-random.js";
import { JavaScalar, javaScalar, javaString } from "./java-scalars.js";
import { StringBuilder } from "./java-string-builder.js";
import { exceptionClasses } from "./java-throwables.js";
import { joined } from "./joined.js";
import { joseClasses } from "./jose.js";
import { JavaJsonValue } from "./json-value.js";
import { LegacyAction } from "./legacy-action.js";
import { Request } from "./legacy-http.js";

/** The Java classes that the simulation provides. */
export function javaClasses(): ClassTable {
  return new Map<string, unknown>([
    ...callbackClasses(),
    ...exceptionClasses(),
    ...Object.entries(joseClasses.made).map(([name, type]) => [name, callable(type)] as const),
    ...Object.entries(joseClasses.named).map(([name, members]) => [name, named(name, members)] as const),
    ["org.forgerock.openam.auth.node.api.Action", LegacyAction],
    ["org.forgerock.json.JsonValue", callable(JavaJsonValue)],
    ["org.forgerock.http.protocol.Request", callable(Request)],
    ["com.sun.identity.idm.IdType", named("com.sun.identity.idm.IdType", { USER: "user", AGENT: "agent" })],
    ["java.lang.String", scalar("java.lang.String", { valueOf: textOf, join, format }, JavaString)],
    ["java.lang.Integer", wholeNumber("java.lang.Integer", -2147483648, 2147483647)],
    ["java.lang.Long", wholeNumber("java.lang.Long", Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)],
    ["java.lang.Double", scalar("java.lang.Double", { parseDouble: double, valueOf: boxedDouble }, boxedDouble)],
    ["java.lang.Boolean", scalar("java.lang.Boolean", booleans(), boxedFlag)],
    ["java.lang.Math", Object.create(Math)],
    ["java.lang.System", named("java.lang.System", { currentTimeMillis: () => Date.now() })],
    ["java.lang.StringBuilder", callable(StringBuilder)],
    ["java.lang.StringBuffer", callable(StringBuilder)],
    ["java.time.Duration", named("java.time.Duration", durations)],
    ["java.util.ArrayList", collection("java.util.ArrayList", listWith, isJavaList)],
    ["java.util.LinkedList", collection("java.util.LinkedList", listWith, isJavaList)],
    ["java.util.HashSet", collection("java.util.HashSet", distinct, isJavaList)],
    ["java.util.LinkedHashSet", collection("java.util.LinkedHashSet", distinct, isJavaList)],
    ["java.util.HashMap", collection("java.util.HashMap", map, isJavaMap)],
    ["java.util.LinkedHashMap", collection("java.util.LinkedHashMap", map, isJavaMap)],
    ["java.util.TreeMap", collection("java.util.TreeMap", sortedMap, isJavaMap)],
    ["java.util.Arrays", named("java.util.Arrays", { asList: itemsOf, toString: javaText })],
    ["java.util.List", instancesOf(named("java.util.List", { of: itemsOf }), isJavaList)],
    ["java.util.Map", instancesOf(named("java.util.Map", { of: mapOf }), isJavaMap)],
    ["java.util.Collections", named("java.util.Collections", collections)],
    ["java.util.UUID", named("java.util.UUID", { randomUUID: () => javaScalar(host("uuid")) })],
    ["java.util.Date", callable(JavaDate)],
    ["java.util.Random", callable(PlainRandom)],
    ["java.security.SecureRandom", callable(SecureRandom)],
    [
      "java.util.Base64",
      named("java.util.Base64", {
        getEncoder: () => base64Encoder(encodeBase64),
        getUrlEncoder: () => base64Encoder((bytes) => padded(encodeBase64Url(bytes))),
        getMimeEncoder: () => base64Encoder(encodeBase64),
        getDecoder: base64Decoder,
        getUrlDecoder: base64Decoder,
        getMimeDecoder: base64Decoder,
      }),
    ],
  ]);
}

const { construct } = Reflect;

/** A class that makes an object with `new` and without, as Rhino has it. */
function callable<Class extends new (...args: never[]) => object>(type: Class): unknown {
  function maker(...args: readonly unknown[]): object {
    return construct(type, args);
  }
  for (const name of Object.getOwnPropertyNames(type)) {
    if (name === "length" || name === "name" || name === "prototype") continue;
    Object.defineProperty(maker, name, { value: (type as unknown as { [member: string]: unknown })[name] });
  }
  Object.defineProperty(maker, "prototype", { value: type.prototype });
  return maker;
}

/** A namespace of static members that is also the class itself, where it can be called. */
function named(className: string, members: object, call?: (...args: readonly unknown[]) => unknown): object {
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

/** Lets `instanceof` know what is of a class. */
function instancesOf<Type extends object>(type: Type, isOne: (value: unknown) => boolean): Type {
  return Object.defineProperty(type, Symbol.hasInstance, { value: isOne });
}

function scalar(className: string, members: object, call: (...args: readonly unknown[]) => unknown): object {
  const isOne = (value: unknown) => JavaScalar.is(value) && value.className === className;
  return instancesOf(named(className, members, call), isOne);
}

function collection(className: string, make: (items?: never) => object, isOne: (value: unknown) => boolean): object {
  const call = (items: unknown) => (typeof items === "object" && items !== null ? make(items as never) : make());
  return instancesOf(named(className, {}, call), isOne);
}

function wholeNumber(className: string, least: number, most: number): object {
  const parse = (digits: unknown, radix?: unknown): number => {
    const text = String(digits);
    const value = Number.parseInt(text, Number(radix ?? 10));
    if (!/^[-+]?[0-9a-z]+$/i.test(text) || Number.isNaN(value)) {
      throw javaError(`For input string: "${text}"`, undefined, "java.lang.NumberFormatException");
    }
    return value;
  };
  const boxed = (value: unknown) => new JavaNumber(parse(value), className);
  const text = (value: unknown, radix?: unknown) => javaString(Math.trunc(Number(value)).toString(Number(radix ?? 10)));
  return scalar(
    className,
    {
      parseInt: parse,
      parseLong: parse,
      valueOf: boxed,
      toString: text,
      toHexString: (value: unknown) => text(value, 16),
      MIN_VALUE: least,
      MAX_VALUE: most,
    },
    boxed,
  );
}

/** Java's `String(value)`: joins characters instead of listing them, and decodes bytes. */
function JavaString(value: unknown = ""): string {
  if (!isList(value)) return javaString(String(value));
  return javaString(value.every((item) => typeof item === "number") ? utf8Text(value) : value.join(""));
}

/** `String.valueOf`: a number of JavaScript comes to Java as `double`. */
function textOf(value: unknown): string {
  return isList(value) ? JavaString(value) : javaString(javaText(value));
}

function join(separator: unknown, ...parts: readonly unknown[]): string {
  return javaString(joined(parts).map(String).join(String(separator)));
}

/** Java's `String.format` with `%s`, `%d` and `%%`, arguments in order. */
function format(pattern: unknown, ...values: readonly unknown[]): string {
  let next = 0;
  return javaString(
    String(pattern).replace(/%([sd%])/g, (_all, kind) => (kind === "%" ? "%" : String(values[next++]))),
  );
}

function double(value: unknown): number {
  const parsed = Number(value);
  if (Number.isNaN(parsed)) {
    throw javaError(`For input string: "${String(value)}"`, undefined, "java.lang.NumberFormatException");
  }
  return parsed;
}

function boxedDouble(value: unknown): unknown {
  return new JavaNumber(double(value), "java.lang.Double");
}

function flag(value: unknown): boolean {
  return String(value).toLowerCase() === "true";
}

function boxedFlag(value: unknown): unknown {
  return javaScalar(flag(value));
}

function booleans(): object {
  return { parseBoolean: flag, valueOf: boxedFlag, TRUE: javaScalar(true), FALSE: javaScalar(false) };
}

/** A map in the order of its keys. */
function sortedMap(members: object = {}): object {
  const sorted = javaMap({}, { put });
  const plainPut = javaMap().put as (this: object, key: unknown, value: unknown) => unknown;
  function put(this: object, key: unknown, value: unknown): unknown {
    const old = plainPut.call(this, key, value);
    const held = membersOf(this);
    const entries = Object.entries(held).sort(([left], [right]) => (left < right ? -1 : 1));
    for (const [name] of entries) delete held[name];
    Object.assign(held, Object.fromEntries(entries));
    return old;
  }
  for (const [key, value] of Object.entries(membersOf(members))) put.call(sorted, key, value);
  return sorted;
}

function map(members: object = {}): object {
  return javaMap(membersOf(members));
}

/** A list of what a script gives: its own objects stay what they are. */
function listWith(items: Iterable<unknown> = []): unknown[] {
  const list = javaList();
  for (const item of items) list[list.length] = held(item);
  return list;
}

/** Several items, or all of one list, which Rhino hands on as the items. */
function itemsOf(...items: readonly unknown[]): unknown[] {
  return listWith(items.length === 1 && isList(items[0]) ? items[0] : items);
}

function distinct(items: Iterable<unknown> = []): unknown[] {
  const list = javaList();
  const add = list["add" as never] as (value: unknown) => boolean;
  const contains = list["contains" as never] as (value: unknown) => boolean;
  const addNew = (value: unknown) => !contains.call(list, value) && add.call(list, value);
  Object.defineProperty(list, "add", { value: addNew });
  for (const item of items) addNew(item);
  return list;
}

function mapOf(...parts: readonly unknown[]): object {
  const made = javaMap();
  const put = made["put"] as (key: unknown, value: unknown) => unknown;
  for (let index = 0; index + 1 < parts.length; index += 2) put.call(made, parts[index], parts[index + 1]);
  return made;
}

const collections = {
  emptyList: () => javaList(),
  emptySet: () => javaList(),
  emptyMap: () => javaMap(),
  singletonList: (item: unknown) => listWith([item]),
  singleton: (item: unknown) => listWith([item]),
  singletonMap: (key: unknown, value: unknown) => mapOf(key, value),
};

function base64Encoder(encode: (bytes: readonly number[]) => string): object {
  return {
    encodeToString: (bytes: unknown) => javaString(encode(bytesFrom(bytes))),
    encode: (bytes: unknown) => bytesFrom(encode(bytesFrom(bytes))),
    withoutPadding: () => base64Encoder((bytes) => encode(bytes).replace(/=+$/, "")),
  };
}

function padded(text: string): string {
  return text + "=".repeat((4 - (text.length % 4)) % 4);
}

function base64Decoder(): object {
  return { decode: (text: unknown) => decodeBase64(isList(text) ? utf8Text(text as number[]) : String(text)) };
}
