import { isList } from "./border.js";
import { javaText } from "./java-collections.js";
import { JavaScalar, javaString } from "./java-scalars.js";
import { bytesOf } from "./java-strings.js";

/** `java.lang.StringBuilder` and `StringBuffer`. */
export class StringBuilder {
  #text: string;

  constructor(start: unknown = "") {
    this.#text = typeof start === "number" ? "" : String(start);
  }

  [Symbol.toPrimitive](): string {
    return this.#text;
  }

  append(part: unknown): this {
    this.#text += isList(part) ? Array.from(part as unknown[], String).join("") : textOf(part);
    return this;
  }

  insert(at: unknown, part: unknown): this {
    this.#text = this.#text.slice(0, Number(at)) + textOf(part) + this.#text.slice(Number(at));
    return this;
  }

  deleteCharAt(at: unknown): this {
    this.#text = this.#text.slice(0, Number(at)) + this.#text.slice(Number(at) + 1);
    return this;
  }

  setLength(length: unknown): void {
    this.#text = this.#text.slice(0, Number(length));
  }

  length(): number {
    return this.#text.length;
  }

  charAt(at: unknown): number {
    return this.#text.charCodeAt(Number(at));
  }

  indexOf(part: unknown): number {
    return this.#text.indexOf(String(part));
  }

  reverse(): this {
    this.#text = Array.from(this.#text).reverse().join("");
    return this;
  }

  getBytes(): number[] {
    return bytesOf(this.#text);
  }

  toString(): string {
    return javaString(this.#text);
  }
}

/** A number of JavaScript comes to Java as `double`, so that 1 is appended as `1.0`. */
function textOf(part: unknown): string {
  return JavaScalar.is(part) ? part.javaText() : javaText(part);
}
