import { define, javaError } from "./border.js";
import { classObject } from "./class-object.js";
import { javaArray } from "./java-array.js";
import { JavaScalar, javaScalar, javaString } from "./java-scalars.js";
import { bytesOf } from "./java-strings.js";
import { plainValue } from "./plain.js";

/**
 * A `java.lang.String` as Rhino shows it: an object with the methods of Java, and with those of JavaScript that Java does not have. What
 * Java's methods return is of Java as well.
 */
export class JavaText extends JavaScalar {
  readonly className = "java.lang.String";
  readonly #text: string;

  constructor(text: string) {
    super();
    this.#text = text;
    define(this, "className", this.className);
  }

  [plainValue](): string {
    return this.#text;
  }

  javaText(): string {
    return this.#text;
  }

  override toString(): string {
    return javaString(this.#text);
  }

  override valueOf(): never {
    throw new TypeError("Can't find method java.lang.String.valueOf().");
  }

  length(): number {
    return this.#text.length;
  }

  /** A `char`, which is a number. */
  charAt(index: unknown): number {
    const at = Number(index);
    if (!(at >= 0 && at < this.#text.length)) {
      throw javaError(`String index out of range: ${at}`, undefined, "java.lang.StringIndexOutOfBoundsException");
    }
    return this.#text.charCodeAt(at);
  }

  substring(from: unknown, to: unknown = this.#text.length): string {
    const [start, end] = [Number(from), Number(to)];
    if (start < 0 || end > this.#text.length || start > end) {
      const message = `begin ${start}, end ${end}, length ${this.#text.length}`;
      throw javaError(message, undefined, "java.lang.StringIndexOutOfBoundsException");
    }
    return javaString(this.#text.slice(start, end));
  }

  subSequence(from: unknown, to: unknown): string {
    return this.substring(from, to);
  }

  toUpperCase(): string {
    return javaString(this.#text.toUpperCase());
  }

  toLowerCase(): string {
    return javaString(this.#text.toLowerCase());
  }

  trim(): string {
    return javaString(this.#text.trim());
  }

  strip(): string {
    return this.trim();
  }

  intern(): this {
    return this;
  }

  concat(other: unknown, ...more: readonly unknown[]): string {
    if (more.length > 0) throw new TypeError("Can't find method java.lang.String.concat with more than one argument.");
    return javaString(this.#text + String(other));
  }

  /** Java's `replace` takes texts: with an expression or a function Rhino finds no method, or more than one. */
  replace(what: unknown, by: unknown): string {
    if (what instanceof RegExp) {
      throw new TypeError(
        "The choice of Java method java.lang.String.replace matching JavaScript argument types (object,string) is ambiguous",
      );
    }
    if (typeof by === "function") throw new TypeError("Cannot convert function to interface java.lang.CharSequence");
    return javaString(this.#text.split(String(what)).join(String(by)));
  }

  replaceAll(pattern: unknown, by: unknown): string {
    return javaString(this.#text.replace(new RegExp(String(pattern), "g"), String(by)));
  }

  replaceFirst(pattern: unknown, by: unknown): string {
    return javaString(this.#text.replace(new RegExp(String(pattern)), String(by)));
  }

  /** Splits by an expression of Java; empty parts at the end are dropped. */
  split(pattern: unknown, limit?: unknown): readonly unknown[] {
    const most = limit === undefined ? 0 : Number(limit);
    let parts = this.#text.split(new RegExp(String(pattern)));
    if (most > 0 && parts.length > most)
      parts = [...parts.slice(0, most - 1), parts.slice(most - 1).join(String(pattern))];
    if (most === 0 && parts.length > 1) while (parts.length > 0 && parts[parts.length - 1] === "") parts.pop();
    return javaArray(parts.map(javaScalar), "[Ljava.lang.String;");
  }

  matches(pattern: unknown): boolean {
    return new RegExp(`^(?:${pattern})$`).test(this.#text);
  }

  contains(part: unknown): boolean {
    return this.#text.includes(String(part));
  }

  startsWith(part: unknown, from: unknown = 0): boolean {
    return this.#text.startsWith(String(part), Number(from));
  }

  endsWith(part: unknown): boolean {
    return this.#text.endsWith(String(part));
  }

  indexOf(part: unknown, from: unknown = 0): number {
    return this.#text.indexOf(partOf(part), Number(from));
  }

  lastIndexOf(part: unknown, from: unknown = this.#text.length): number {
    return this.#text.lastIndexOf(partOf(part), Number(from));
  }

  equals(other: unknown): boolean {
    return (other instanceof JavaText ? other.#text : other) === this.#text;
  }

  equalsIgnoreCase(other: unknown): boolean {
    if (other === null || other === undefined) return false;
    return this.#text.toLowerCase() === String(other).toLowerCase();
  }

  compareTo(other: unknown): number {
    const right = String(other);
    for (let at = 0; at < Math.min(this.#text.length, right.length); at++) {
      const difference = this.#text.charCodeAt(at) - right.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return this.#text.length - right.length;
  }

  compareToIgnoreCase(other: unknown): number {
    return new JavaText(this.#text.toLowerCase()).compareTo(String(other).toLowerCase());
  }

  isEmpty(): boolean {
    return this.#text === "";
  }

  isBlank(): boolean {
    return this.#text.trim() === "";
  }

  hashCode(): number {
    let code = 0;
    for (let at = 0; at < this.#text.length; at++) code = (Math.imul(31, code) + this.#text.charCodeAt(at)) | 0;
    return code;
  }

  getBytes(): readonly unknown[] {
    return javaArray(
      bytesOf(this.#text).map((byte) => (byte > 127 ? byte - 256 : byte)),
      "[B",
    );
  }

  toCharArray(): readonly unknown[] {
    const codes = Array.from({ length: this.#text.length }, (_, at) => this.#text.charCodeAt(at));
    return javaArray(codes, "[C");
  }

  getClass(): object {
    return classObject(this.className);
  }

  get class(): object {
    return this.getClass();
  }

  get empty(): boolean {
    return this.isEmpty();
  }

  get bytes(): readonly unknown[] {
    return this.getBytes();
  }
}

// What Java's class lacks is looked for among the methods of JavaScript's texts.
Object.setPrototypeOf(JavaText.prototype, String.prototype);
for (const name of [Symbol.toPrimitive, "toJSON"] as const)
  define(JavaText.prototype, name, JavaScalar.prototype[name]);

/** Java's `indexOf` takes a `char` as a number, too. */
function partOf(part: unknown): string {
  return typeof part === "number" ? String.fromCharCode(part) : String(part);
}
