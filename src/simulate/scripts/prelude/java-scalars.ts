import { plainValue } from "./plain.js";

/** A text, number or boolean of Java: for a script an object, which is never strictly equal to a value of its own. */
export abstract class JavaScalar {
  // Tells them apart: a text has another prototype.
  readonly #brand = true;

  static is(value: unknown): value is JavaScalar {
    return typeof value === "object" && value !== null && #brand in value && value.#brand;
  }

  abstract readonly className: string;
  abstract [plainValue](): string | number | boolean;
  abstract javaText(): string;

  toJSON(): string | number | boolean {
    return this[plainValue]();
  }

  [Symbol.toPrimitive](hint: string): string | number | boolean {
    return hint === "string" ? this.javaText() : this[plainValue]();
  }
}

type Maker = (value: string | number | boolean) => unknown;

let make: Maker | undefined;

/** From now on, what comes from Java is as Rhino shows it. The bindings of the next generation give values of JavaScript. */
export function useJavaScalars(maker: Maker): void {
  make = maker;
}

/** Whether scripts see values of Java as such. */
export function hasJavaScalars(): boolean {
  return make !== undefined;
}

/** A value as Java's methods return it. */
export function javaScalar(value: unknown): unknown {
  const isScalar = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return make && isScalar ? make(value) : value;
}

/** The value of JavaScript that a value of Java stands for; all others stay. */
export function plainScalar(value: unknown): unknown {
  return JavaScalar.is(value) ? value[plainValue]() : value;
}

/** A text as a method of Java returns it. */
export function javaString(text: string): string {
  return javaScalar(text) as string;
}
