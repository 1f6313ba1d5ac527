import { define, setThrownClass, thrownClass } from "./border.js";
import { classObject } from "./class-object.js";
import { javaString } from "./java-scalars.js";

/** Each exception that scripts make or ask for, with the class above it. */
const parents: { readonly [className: string]: string | undefined } = {
  "java.lang.Throwable": undefined,
  "java.lang.Exception": "java.lang.Throwable",
  "java.lang.RuntimeException": "java.lang.Exception",
  "java.lang.IllegalArgumentException": "java.lang.RuntimeException",
  "java.lang.IllegalStateException": "java.lang.RuntimeException",
  "java.lang.NumberFormatException": "java.lang.IllegalArgumentException",
  "java.lang.NullPointerException": "java.lang.RuntimeException",
  "java.lang.UnsupportedOperationException": "java.lang.RuntimeException",
  "java.lang.IndexOutOfBoundsException": "java.lang.RuntimeException",
  "java.lang.StringIndexOutOfBoundsException": "java.lang.IndexOutOfBoundsException",
  "java.util.NoSuchElementException": "java.lang.RuntimeException",
};

/** The classes of exceptions; `instanceof` knows those that are thrown here. */
export function exceptionClasses(): readonly (readonly [string, unknown])[] {
  return Object.keys(parents).map((name) => [name, exceptionClass(name)] as const);
}

function exceptionClass(name: string): unknown {
  function type(message: unknown): object {
    return exception(name, message);
  }
  Object.defineProperty(type, "className", { value: name });
  return Object.defineProperty(type, Symbol.hasInstance, {
    value: (value: unknown) => isBelow(thrownClass(value), name),
  });
}

function isBelow(className: string | undefined, name: string): boolean {
  for (let at = className; at !== undefined; at = parents[at]) if (at === name) return true;
  return false;
}

/** What is thrown is the exception itself: the script catches it without a wrapper. */
function exception(name: string, given: unknown): object {
  const message = given === undefined ? null : javaString(String(given));
  const text = message === null ? name : `${name}: ${String(message)}`;
  const made = {
    message,
    getMessage: () => message,
    getLocalizedMessage: () => message,
    getCause: () => null,
    getClass: () => classObject(name),
    toString: () => text,
  };
  for (const [member, value] of Object.entries(made)) define(made, member, value);
  setThrownClass(made, name);
  return made;
}
