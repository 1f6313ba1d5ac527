import { define } from "./border.js";

/** An array of Java as Rhino shows it: its items, and the methods of JavaScript's arrays; the length is fixed. */
export function javaArray(items: readonly unknown[], type: string): readonly unknown[] {
  const array = [...items];
  define(array, "toString", () => `${type}@1b6d3586`);
  return Object.preventExtensions(array);
}
