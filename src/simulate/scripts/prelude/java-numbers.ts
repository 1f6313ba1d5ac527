import { define } from "./border.js";
import { classObject } from "./class-object.js";
import { JavaScalar, javaString } from "./java-scalars.js";
import { plainValue } from "./plain.js";

/** A `java.lang.Integer`, `Long` or `Double`. */
export class JavaNumber extends JavaScalar {
  readonly className: string;
  readonly #value: number;

  constructor(value: number, className = Number.isInteger(value) ? "java.lang.Integer" : "java.lang.Double") {
    super();
    this.#value = value;
    this.className = className;
    hide(this);
  }

  [plainValue](): number {
    return this.#value;
  }

  javaText(): string {
    return this.className === "java.lang.Double" ? doubleText(this.#value) : String(this.#value);
  }

  override toString(): string {
    return javaString(this.javaText());
  }

  intValue(): number {
    return Math.trunc(this.#value);
  }

  longValue(): number {
    return Math.trunc(this.#value);
  }

  doubleValue(): number {
    return this.#value;
  }

  /** Numbers of JavaScript come to Java as `Double`. */
  equals(other: unknown): boolean {
    const number = typeof other === "number" ? new JavaNumber(other, "java.lang.Double") : other;
    return number instanceof JavaNumber && number.className === this.className && number.#value === this.#value;
  }

  compareTo(other: unknown): number {
    return Math.sign(this.#value - Number(other));
  }

  getClass(): object {
    return classObject(this.className);
  }
}

/** A `java.lang.Boolean`: true for every test, whatever it holds. */
export class JavaBoolean extends JavaScalar {
  readonly className = "java.lang.Boolean";
  readonly #value: boolean;

  constructor(value: boolean) {
    super();
    this.#value = value;
    hide(this);
  }

  [plainValue](): boolean {
    return this.#value;
  }

  javaText(): string {
    return String(this.#value);
  }

  override toString(): string {
    return javaString(this.javaText());
  }

  booleanValue(): boolean {
    return this.#value;
  }

  equals(other: unknown): boolean {
    return (other instanceof JavaBoolean ? other.#value : other) === this.#value;
  }

  getClass(): object {
    return classObject(this.className);
  }
}

/** Java's text of a `double`: with a point, and with an exponent where it is great. */
export function doubleText(value: number): string {
  const text = String(value);
  return /^-?\d+$/.test(text) && Math.abs(value) < 10_000_000 ? `${text}.0` : text;
}

function hide(scalar: JavaScalar): void {
  define(scalar, "className", scalar.className);
}
