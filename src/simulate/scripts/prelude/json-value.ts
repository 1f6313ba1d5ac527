import { asText, hasOwn, isList, javaError } from "./border.js";
import { type JavaMap, javaIterator, javaList, javaMap, javaValue, membersOf, same } from "./java-collections.js";
import { JavaScalar, javaScalar, plainScalar } from "./java-scalars.js";
import { plainValue, toPlain } from "./plain.js";

/** `org.forgerock.json.JsonValue`: the type that the legacy `nodeState` returns and accepts. */
export class JavaJsonValue {
  #value: unknown;

  constructor(value: unknown) {
    this.#value = javaValue(value instanceof JavaJsonValue ? value.getObject() : value);
  }

  static json(value: unknown): JavaJsonValue {
    return value instanceof JavaJsonValue ? value : new JavaJsonValue(value);
  }

  static object(...fields: readonly (readonly [string, unknown])[]): JavaMap {
    return javaMap(Object.fromEntries(fields));
  }

  static field(name: string, value: unknown): readonly [string, unknown] {
    return [name, value];
  }

  static array(...items: readonly unknown[]): unknown[] {
    return javaList(items);
  }

  [plainValue](): unknown {
    return this.#value;
  }

  getObject(): unknown {
    return this.#value;
  }

  isNull(): boolean {
    return this.#value === null;
  }

  isNotNull(): boolean {
    return this.#value !== null;
  }

  isString(): boolean {
    return typeof plainScalar(this.#value) === "string";
  }

  isNumber(): boolean {
    return typeof plainScalar(this.#value) === "number";
  }

  isBoolean(): boolean {
    return typeof plainScalar(this.#value) === "boolean";
  }

  isList(): boolean {
    return isList(this.#value);
  }

  isCollection(): boolean {
    return isList(this.#value);
  }

  isMap(): boolean {
    return (
      typeof this.#value === "object" && this.#value !== null && !isList(this.#value) && !JavaScalar.is(this.#value)
    );
  }

  isDefined(key: string): boolean {
    return this.isMap() && hasOwn(this.#members(), key);
  }

  asString(): unknown {
    return this.#as("String", this.isString());
  }

  asBoolean(): unknown {
    return this.#as("Boolean", this.isBoolean());
  }

  asInteger(): unknown {
    const number = plainScalar(this.#as("Number", this.isNumber()));
    return typeof number === "number" ? javaScalar(Math.trunc(number)) : number;
  }

  asLong(): unknown {
    return this.asInteger();
  }

  asDouble(): unknown {
    return this.#as("Number", this.isNumber());
  }

  asNumber(): unknown {
    return this.#as("Number", this.isNumber());
  }

  asMap(): unknown {
    return this.#as("Map", this.isMap());
  }

  asList(): unknown {
    return this.#as("List", this.isList());
  }

  asCollection(): unknown {
    return this.#as("Collection", this.isList());
  }

  asSet(): unknown {
    return this.#as("Set", this.isList());
  }

  get(key: string | number): JavaJsonValue {
    const value = membersOf(this.#value as object) as { [key: string | number]: unknown } | null;
    const held = typeof value === "object" && value !== null && hasOwn(value, key) ? value[String(key)] : null;
    return JavaJsonValue.json(held ?? null);
  }

  put(key: string | number, value: unknown): this {
    Object.defineProperty(this.#members(), key, {
      value: javaValue(value),
      writable: true,
      configurable: true,
      enumerable: true,
    });
    return this;
  }

  add(...args: readonly unknown[]): this {
    if (args.length > 1) return this.put(String(args[0]), args[1]);
    if (!isList(this.#value)) throw this.#expecting("List");
    this.#value[this.#value.length] = javaValue(args[0]);
    return this;
  }

  remove(key: string): void {
    delete this.#members()[key];
  }

  keys(): unknown[] {
    return javaList(this.isMap() ? Object.keys(this.#members()) : []);
  }

  size(): number {
    return this.#items().length;
  }

  contains(value: unknown): boolean {
    return this.#items().some((item) => same(item, value));
  }

  iterator(): object {
    return javaIterator(this.#items().map((item) => JavaJsonValue.json(item)));
  }

  copy(): JavaJsonValue {
    return new JavaJsonValue(toPlain(this.#value));
  }

  required(): this {
    if (this.#value === null) throw javaError("Expecting a value");
    return this;
  }

  defaultTo(value: unknown): JavaJsonValue {
    return this.#value === null ? JavaJsonValue.json(value) : this;
  }

  setObject(value: unknown): void {
    this.#value = javaValue(value);
  }

  /**
   * The value as JSON, with quotes around a text. A script sees this when it joins a value to a text without
   * `asString()`.
   */
  toString(): string {
    return asText(toPlain(this.#value));
  }

  toJSON(): unknown {
    return toPlain(this.#value);
  }

  #members(): { [key: string | number]: unknown } {
    if (!this.isMap() && !this.isList()) throw this.#expecting("Map");
    return membersOf(this.#value as object) as { [key: string | number]: unknown };
  }

  #items(): readonly unknown[] {
    return this.isMap() || this.isList() ? Object.values(membersOf(this.#value as object)) : [];
  }

  #as(kind: string, fits: boolean): unknown {
    if (this.#value === null) return null;
    if (!fits) throw this.#expecting(kind);
    return this.#value;
  }

  #expecting(kind: string): Error {
    return javaError(
      `Expecting a java.${kind === "Map" || kind === "List" || kind === "Set" ? "util" : "lang"}.${kind}`,
    );
  }
}
