import { define, hasOwn, isList, javaError } from "./border.js";
import { classObject } from "./class-object.js";
import { javaArray } from "./java-array.js";
import { doubleText, JavaNumber } from "./java-numbers.js";
import { hasJavaScalars, javaScalar, javaString, plainScalar } from "./java-scalars.js";
import { defineUnmodelled } from "./java-unmodelled.js";
import { warnOfJava } from "./java-warnings.js";
import { plainValue } from "./plain.js";

/**
 * Java maps and lists: methods beside plain members. They are ordinary objects and arrays whose prototypes have the methods, so
 * `Object.keys`, `for`, `JSON.stringify` and `in` work unchanged in the next generation; legacy scripts see them as Rhino
 * shows them, by their methods.
 */
export type JavaMap = { [key: string]: unknown };
export type JavaList = unknown[];

const mapMethods = Object.create(Object.prototype) as { [name: string]: unknown };
const listMethods = Object.create(Array.prototype) as object;

/** A Java map with these members; nested maps and lists are converted too. */
export function javaMap(members: object = {}, methods: object = {}): JavaMap {
  const map = Object.create(mapMethods) as JavaMap;
  for (const [key, value] of Object.entries(members)) put(map, key, javaValue(value));
  if (hasJavaScalars()) return closedMap(map, methods as { readonly [name: string]: unknown });
  for (const [name, method] of Object.entries(methods)) define(map, name, method);
  return map;
}

export function javaList(items: Iterable<unknown> = []): JavaList {
  const list = Array.from(items, javaValue);
  Object.setPrototypeOf(list, listMethods);
  return list;
}

/** Converts plain data: maps, lists, texts and numbers become those of Java, all other values stay. */
export function javaValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return javaScalar(value) ?? null;
  if (isList(value)) return Object.getPrototypeOf(value) === listMethods ? value : javaList(value);
  return Object.getPrototypeOf(value) === Object.prototype ? javaMap(value) : value;
}

/** The text that Java prints for a collection: `{a=1, b=[x]}`. To Java a list of JavaScript is an object without a text of its own. */
export function javaText(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (hasJavaScalars() && isList(value) && Object.getPrototypeOf(value) === Array.prototype)
    return "org.mozilla.javascript.NativeArray@1";
  if (isList(value)) return `[${Array.from(value as unknown[], javaText).join(", ")}]`;
  if (typeof value === "object" && Object.getPrototypeOf(value) === mapMethods) {
    return `{${Object.entries(membersOf(value))
      .map(([key, member]) => `${key}=${javaText(member)}`)
      .join(", ")}}`;
  }
  return typeof value === "number" && hasJavaScalars() ? doubleText(value) : String(value);
}

/** A Java iterator over a snapshot of the items. */
export function javaIterator(items: readonly unknown[]): { hasNext(): boolean; next(): unknown } {
  let place = 0;
  const next = () => {
    if (place >= items.length) throw javaError(null, undefined, "java.util.NoSuchElementException");
    return items[place++];
  };
  return { hasNext: () => place < items.length, next };
}

export function same(left: unknown, right: unknown): boolean {
  const [a, b] = [plainScalar(left), plainScalar(right)];
  return a === b || (typeof a === "object" && a !== null && javaText(a) === javaText(b));
}

const membersOfMaps = new WeakMap<object, JavaMap>();

/** The members of a map, which a legacy script reaches by its methods alone. */
export function membersOf(map: object): JavaMap {
  return membersOfMaps.get(map) ?? (map as JavaMap);
}

const Wrapper = Proxy;

/** A map of Java as Rhino shows it: its methods are members, what it holds is not. */
function closedMap(members: JavaMap, own: { readonly [name: string]: unknown }): JavaMap {
  const map = new Wrapper(members, {
    get: (_target, key) => {
      if (typeof key === "symbol") return members[key as never];
      if (hasOwn(own, key)) return own[key];
      if (hasOwn(mapMethods, key)) return mapMethods[key];
      if (hasOwn(members, key)) warnOfJava(undefined, `"${key}" of a map of Java is undefined`, `\`get("${key}")\``);
      return undefined;
    },
    set: (_target, key) => {
      throw new TypeError(
        `Java class "java.util.HashMap" has no public instance field or method named "${String(key)}".`,
      );
    },
    has: (target, key) => (typeof key === "symbol" ? key in target : hasOwn(mapMethods, key)),
    deleteProperty: () => true,
    ownKeys: () => {
      warnOfJava(undefined, "the keys of a map of Java are its methods", "`keySet()`");
      return Object.getOwnPropertyNames(mapMethods);
    },
    getOwnPropertyDescriptor: (_target, key) =>
      hasOwn(mapMethods, key) ? { value: mapMethods[key as string], enumerable: true, configurable: true } : undefined,
  });
  membersOfMaps.set(map, members);
  return map;
}

/** What a map or a list holds after a script has put something in: objects of the script stay what they are. */
export function held(value: unknown): unknown {
  if (!hasJavaScalars()) return javaValue(value);
  // Numbers of JavaScript come to Java as `Double`.
  return typeof value === "number" ? new JavaNumber(value, "java.lang.Double") : (javaScalar(value) ?? null);
}

function put(map: object, key: string, value: unknown): void {
  Object.defineProperty(map, key, { value, writable: true, configurable: true, enumerable: true });
}

function methodsOf(target: object, methods: { readonly [name: string]: (this: never, ...args: never[]) => unknown }) {
  for (const name of Object.getOwnPropertyNames(methods)) define(target, name, methods[name]);
  const plain = (methods as { [plainValue]?: unknown })[plainValue];
  if (plain !== undefined) define(target, plainValue, plain);
}

function getFrom(map: JavaMap, key: unknown, fallback: unknown): unknown {
  const members = membersOf(map);
  const name = String(key);
  return hasOwn(members, name) ? members[name] : fallback;
}

/** As `compute` and `merge` of Java do: no value removes the key. Returns what the map holds then. */
function putOrRemove(map: JavaMap, key: unknown, value: unknown): unknown {
  if (value === null || value === undefined) delete membersOf(map)[String(key)];
  else put(membersOf(map), String(key), held(value));
  return getFrom(map, key, null);
}

methodsOf(mapMethods, {
  get(this: JavaMap, key: unknown) {
    return getFrom(this, key, null);
  },
  getOrDefault(this: JavaMap, key: unknown, fallback: unknown) {
    return getFrom(this, key, held(fallback));
  },
  put(this: JavaMap, key: unknown, value: unknown) {
    const old = getFrom(this, key, null);
    put(membersOf(this), String(key), held(value));
    return old;
  },
  putIfAbsent(this: JavaMap, key: unknown, value: unknown) {
    const old = getFrom(this, key, null);
    if (old === null) put(membersOf(this), String(key), held(value));
    return old;
  },
  putAll(this: JavaMap, members: object) {
    for (const [key, value] of Object.entries(membersOf(members))) put(membersOf(this), key, held(value));
  },
  remove(this: JavaMap, key: unknown) {
    const old = getFrom(this, key, null);
    delete membersOf(this)[String(key)];
    return old;
  },
  replace(this: JavaMap, key: unknown, value: unknown) {
    const old = getFrom(this, key, null);
    if (old !== null) put(membersOf(this), String(key), held(value));
    return old;
  },
  replaceAll(this: JavaMap, change: (key: unknown, value: unknown) => unknown) {
    const members = membersOf(this);
    for (const [key, value] of Object.entries(members)) put(members, key, held(change(javaScalar(key), value)));
  },
  compute(this: JavaMap, key: unknown, change: (key: unknown, old: unknown) => unknown) {
    return putOrRemove(this, key, change(key, getFrom(this, key, null)));
  },
  computeIfAbsent(this: JavaMap, key: unknown, make: (key: unknown) => unknown) {
    return getFrom(this, key, null) ?? putOrRemove(this, key, make(key));
  },
  computeIfPresent(this: JavaMap, key: unknown, change: (key: unknown, old: unknown) => unknown) {
    const old = getFrom(this, key, null);
    return old === null ? null : putOrRemove(this, key, change(key, old));
  },
  merge(this: JavaMap, key: unknown, value: unknown, change: (old: unknown, value: unknown) => unknown) {
    const old = getFrom(this, key, null);
    return putOrRemove(this, key, old === null ? value : change(old, value));
  },
  clear(this: JavaMap) {
    const members = membersOf(this);
    for (const key of Object.keys(members)) delete members[key];
  },
  containsKey(this: JavaMap, key: unknown) {
    return hasOwn(membersOf(this), String(key));
  },
  containsValue(this: JavaMap, value: unknown) {
    return Object.values(membersOf(this)).some((member) => same(member, value));
  },
  size(this: JavaMap) {
    return Object.keys(membersOf(this)).length;
  },
  isEmpty(this: JavaMap) {
    return Object.keys(membersOf(this)).length === 0;
  },
  keySet(this: JavaMap) {
    return javaList(Object.keys(membersOf(this)));
  },
  values(this: JavaMap) {
    return javaList(Object.values(membersOf(this)));
  },
  entrySet(this: JavaMap) {
    return javaList(Object.entries(membersOf(this)).map(([key, value]) => new Entry(key, value)));
  },
  forEach(this: JavaMap, visit: (key: unknown, value: unknown) => void) {
    for (const [key, value] of Object.entries(membersOf(this))) visit(javaScalar(key), value);
  },
  equals(this: JavaMap, other: unknown) {
    return same(this, other);
  },
  getClass(this: JavaMap) {
    return classObject("java.util.HashMap");
  },
  toString(this: JavaMap) {
    return javaText(this);
  },
  [plainValue](this: JavaMap) {
    return { ...membersOf(this) };
  },
  toJSON(this: JavaMap) {
    return membersOf(this);
  },
});

methodsOf(listMethods, {
  get(this: JavaList, index: number) {
    if (index < 0 || index >= this.length) {
      const message = `Index ${index} out of bounds for length ${this.length}`;
      throw javaError(message, undefined, "java.lang.IndexOutOfBoundsException");
    }
    return this[index];
  },
  set(this: JavaList, index: number, value: unknown) {
    const old = this[index];
    this[index] = held(value);
    return old;
  },
  add(this: JavaList, ...args: readonly unknown[]) {
    if (args.length > 1) splice.call(this, Number(args[0]), 0, held(args[1]));
    else push.call(this, held(args[0]));
    return true;
  },
  addAll(this: JavaList, items: Iterable<unknown>) {
    for (const item of items) push.call(this, held(item));
    return true;
  },
  remove(this: JavaList, what: unknown) {
    if (typeof what === "number") return splice.call(this, what, 1)[0];
    const index = placeIn(this, what);
    if (index >= 0) splice.call(this, index, 1);
    return index >= 0;
  },
  contains(this: JavaList, value: unknown) {
    return placeIn(this, value) >= 0;
  },
  containsAll(this: JavaList, values: readonly unknown[]) {
    for (const value of values) if (placeIn(this, value) < 0) return false;
    return true;
  },
  clear(this: JavaList) {
    this.length = 0;
  },
  size(this: JavaList) {
    return this.length;
  },
  isEmpty(this: JavaList) {
    return this.length === 0;
  },
  toArray(this: JavaList) {
    return hasJavaScalars() ? javaArray(this, "[Ljava.lang.Object;") : Array.from(this);
  },
  equals(this: JavaList, other: unknown) {
    return same(this, other);
  },
  getClass(this: JavaList) {
    return classObject("java.util.ArrayList");
  },
  iterator(this: JavaList) {
    return javaIterator(Array.from(this));
  },
  toString(this: JavaList) {
    return javaText(this);
  },
});

export function isJavaList(value: unknown): boolean {
  return isList(value) && Object.getPrototypeOf(value) === listMethods;
}

export function isJavaMap(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === mapMethods;
}

const { push, splice } = Array.prototype;

function placeIn(list: JavaList, value: unknown): number {
  for (let at = 0; at < list.length; at++) if (same(list[at], value)) return at;
  return -1;
}

/**
 * Takes from Java's lists what only JavaScript's have, and lets `Array.isArray` say so. The rest of the prelude looks at lists
 * as arrays, which they are here.
 */
export function closeLists(): void {
  const kept = new Set(["constructor", "length", "forEach", "keys", "entries", "values"]);
  for (const name of Object.getOwnPropertyNames(Array.prototype)) {
    if (!kept.has(name) && !hasOwn(listMethods, name)) define(listMethods, name, undefined);
  }
  define(listMethods, "indexOf", function (this: JavaList, value: unknown) {
    return placeIn(this, value);
  });
  defineUnmodelled(listMethods, "java.util.List");
  define(Array, "isArray", (value: unknown) => isList(value) && Object.getPrototypeOf(value) !== listMethods);
}

class Entry {
  readonly #key: string;
  readonly #value: unknown;

  constructor(key: string, value: unknown) {
    this.#key = key;
    this.#value = value;
  }

  getKey(): string {
    return javaString(this.#key);
  }

  get key(): string {
    return this.getKey();
  }

  get value(): unknown {
    return this.#value;
  }

  getValue(): unknown {
    return this.#value;
  }

  toString(): string {
    return `${this.#key}=${javaText(this.#value)}`;
  }
}
