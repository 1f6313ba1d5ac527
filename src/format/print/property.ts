import type { Property } from "../../syntax/ast.js";
import { printName } from "./name.js";
import type { Printing } from "./printing.js";
import { printValue } from "./value.js";

/** Prints `key: value` or `key.locale: value`. */
export function printProperty(printing: Printing, property: Property, indent: string): string {
  const key = printName(property.key);
  const start = property.locale === undefined ? `${key}:` : `${key}.${printName(property.locale)}:`;
  return printAfter(printing, start, property.value, indent);
}

/** Prints a value, if there is one, after the text that begins its line. */
export function printAfter(printing: Printing, start: string, value: Property["value"], indent: string): string {
  if (value === undefined) return start;
  return `${start} ${printValue(printing, value, { indent, column: indent.length + start.length + 1, after: 0 })}`;
}
