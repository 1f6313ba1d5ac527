import { define, hasOwn } from "./border.js";

/**
 * Java maps and lists as Rhino shows them: methods beside plain members. They are ordinary objects and arrays whose
 * prototypes have the methods, so `Object.keys`, `for`, `JSON.stringify` and `in` work unchanged.
 */
export type JavaMap = { [key: string]: unknown };
export type JavaList = unknown[];

const mapMethods = Object.create(Object.prototype) as object;
const listMethods = Object.create(Array.prototype) as object;

/** A Java map with these members; nested maps and lists are converted too. */
export function javaMap(members: object = {}): JavaMap {
  const map = Object.create(mapMethods) as JavaMap;
  for (const [key, value] of Object.entries(members)) put(map, key, javaValue(value));
  return map;
}

export function javaList(items: Iterable<unknown> = []): JavaList {
  const list = Array.from(items, javaValue);
  Object.setPrototypeOf(list, listMethods);
  return list;
}

/** Converts plain data: maps and lists get Java's methods, all other values stay. */
export function javaValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value ?? null;
  if (Array.isArray(value)) return Object.getPrototypeOf(value) === listMethods ? value : javaList(value);
  return Object.getPrototypeOf(value) === Object.prototype ? javaMap(value) : value;
}

/** The text that Java prints for a collection: `{a=1, b=[x]}`. */
export function javaText(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return `[${value.map(javaText).join(", ")}]`;
  if (typeof value === "object" && Object.getPrototypeOf(value) === mapMethods) {
    return `{${Object.entries(value)
      .map(([key, member]) => `${key}=${javaText(member)}`)
      .join(", ")}}`;
  }
  return String(value);
}

/** A Java iterator over a snapshot of the items. */
export function javaIterator(items: readonly unknown[]): { hasNext(): boolean; next(): unknown } {
  let place = 0;
  return { hasNext: () => place < items.length, next: () => items[place++] };
}

export function same(left: unknown, right: unknown): boolean {
  return left === right || (typeof left === "object" && left !== null && javaText(left) === javaText(right));
}

function put(map: object, key: string, value: unknown): void {
  Object.defineProperty(map, key, { value, writable: true, configurable: true, enumerable: true });
}

function methodsOf(target: object, methods: { readonly [name: string]: (this: never, ...args: never[]) => unknown }) {
  for (const [name, method] of Object.entries(methods)) define(target, name, method);
}

methodsOf(mapMethods, {
  get(this: JavaMap, key: string) {
    return hasOwn(this, key) ? this[key] : null;
  },
  getOrDefault(this: JavaMap, key: string, fallback: unknown) {
    return hasOwn(this, key) ? this[key] : fallback;
  },
  put(this: JavaMap, key: string, value: unknown) {
    const old = hasOwn(this, key) ? this[key] : null;
    put(this, String(key), javaValue(value));
    return old;
  },
  putAll(this: JavaMap, members: object) {
    for (const [key, value] of Object.entries(members)) put(this, key, javaValue(value));
  },
  remove(this: JavaMap, key: string) {
    const old = hasOwn(this, key) ? this[key] : null;
    delete this[key];
    return old;
  },
  clear(this: JavaMap) {
    for (const key of Object.keys(this)) delete this[key];
  },
  containsKey(this: JavaMap, key: string) {
    return hasOwn(this, key);
  },
  containsValue(this: JavaMap, value: unknown) {
    return Object.values(this).some((member) => same(member, value));
  },
  size(this: JavaMap) {
    return Object.keys(this).length;
  },
  isEmpty(this: JavaMap) {
    return Object.keys(this).length === 0;
  },
  keySet(this: JavaMap) {
    return javaList(Object.keys(this));
  },
  values(this: JavaMap) {
    return javaList(Object.values(this));
  },
  entrySet(this: JavaMap) {
    return javaList(Object.entries(this).map(([key, value]) => new Entry(key, value)));
  },
  toString(this: JavaMap) {
    return javaText(this);
  },
});

methodsOf(listMethods, {
  get(this: JavaList, index: number) {
    if (index < 0 || index >= this.length) {
      throw new RangeError(`Index ${index} out of bounds for length ${this.length}`);
    }
    return this[index];
  },
  set(this: JavaList, index: number, value: unknown) {
    const old = this[index];
    this[index] = javaValue(value);
    return old;
  },
  add(this: JavaList, ...args: readonly unknown[]) {
    if (args.length > 1) this.splice(Number(args[0]), 0, javaValue(args[1]));
    else this.push(javaValue(args[0]));
    return true;
  },
  addAll(this: JavaList, items: Iterable<unknown>) {
    for (const item of items) this.push(javaValue(item));
    return true;
  },
  remove(this: JavaList, what: unknown) {
    const index = typeof what === "number" ? what : this.findIndex((item) => same(item, what));
    if (index >= 0) this.splice(index, 1);
    return index >= 0;
  },
  contains(this: JavaList, value: unknown) {
    return this.some((item) => same(item, value));
  },
  containsAll(this: JavaList, values: readonly unknown[]) {
    return values.every((value) => this.some((item) => same(item, value)));
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
    return Array.from(this);
  },
  iterator(this: JavaList) {
    return javaIterator(Array.from(this));
  },
  toString(this: JavaList) {
    return javaText(this);
  },
});

class Entry {
  readonly #key: string;
  readonly #value: unknown;

  constructor(key: string, value: unknown) {
    this.#key = key;
    this.#value = value;
  }

  getKey(): string {
    return this.#key;
  }

  getValue(): unknown {
    return this.#value;
  }

  toString(): string {
    return `${this.#key}=${javaText(this.#value)}`;
  }
}
