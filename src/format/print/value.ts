import type { ListValue, ObjectEntry, ObjectValue, StringValue, Value } from "../../syntax/ast.js";
import { printMembers, printOpening } from "./body.js";
import { printName, printNameAsWritten } from "./name.js";
import { lineWidth, type Printing, step } from "./printing.js";
import { printQuoted, printString, wantsTextBlock } from "./string.js";

/** The position where a value begins. */
export interface ValuePlace {
  /** The indentation of the line. */
  readonly indent: string;
  readonly column: number;
  /** The width of what must follow on the line. */
  readonly after: number;
}

/**
 * Prints a value. Lists and objects are on one line if they fit and contain no comments, otherwise one item per line.
 */
export function printValue(printing: Printing, value: Value, place: ValuePlace): string {
  switch (value.kind) {
    case "string":
      return printString(value, place.indent, lineWidth - place.column - place.after);
    case "list":
    case "object":
      return (
        printFlat(printing, value, lineWidth - place.column - place.after) ?? printBroken(printing, value, place.indent)
      );
    default:
      return printWord(value);
  }
}

type Word = Exclude<Value, { readonly kind: "string" | "list" | "object" }>;

function printWord(value: Word): string {
  switch (value.kind) {
    case "number":
    case "name":
      return value.text;
    case "boolean":
      return value.value ? "true" : "false";
    case "null":
      return "null";
    default:
      return value satisfies never;
  }
}

/**
 * Prints a value on one line of at most `width` columns; it stops as soon as the value is too long, so the cost is
 * bounded.
 */
function printFlat(printing: Printing, value: Value, width: number): string | undefined {
  if (width < 1) return undefined;
  switch (value.kind) {
    case "string":
      return printFlatString(value, width);
    case "list":
      return printing.comments.inside(value) ? undefined : printFlatList(printing, value, width);
    case "object":
      return printing.comments.inside(value) ? undefined : printFlatObject(printing, value, width);
    default:
      return fitting(printWord(value), width);
  }
}

function printFlatString(value: StringValue, width: number): string | undefined {
  let length = 2;
  for (const part of value.parts) length += typeof part === "string" ? part.length : part.param.length;
  if (length > width || wantsTextBlock(value, width)) return undefined;
  return fitting(printQuoted(value), width);
}

function printFlatList(printing: Printing, list: ListValue, width: number): string | undefined {
  let text = "[";
  for (const item of list.items) {
    if (text.length > 1) text += ", ";
    const flat = printFlat(printing, item, width - text.length - 1);
    if (flat === undefined) return undefined;
    text += flat;
  }
  return fitting(`${text}]`, width);
}

function printFlatObject(printing: Printing, object: ObjectValue, width: number): string | undefined {
  if (object.entries.length === 0) return fitting("{}", width);
  let text = "{ ";
  for (const entry of object.entries) {
    if (text.length > 2) text += ", ";
    text += printKey(printing, entry);
    if (entry.value === undefined) continue;
    const flat = printFlat(printing, entry.value, width - text.length - 3);
    if (flat === undefined) return undefined;
    text += ` ${flat}`;
  }
  return fitting(`${text} }`, width);
}

function fitting(text: string, width: number): string | undefined {
  return text.length <= width ? text : undefined;
}

function printKey(printing: Printing, entry: ObjectEntry): string {
  return `${printing.keysAsWritten ? printNameAsWritten(entry.key) : printName(entry.key)}:`;
}

function printBroken(printing: Printing, value: ListValue | ObjectValue, indent: string): string {
  const inner = indent + step;
  const opening = printOpening(printing.comments.inside(value), inner);
  if (value.kind === "list") {
    const body = { owner: value, members: value.items, print: printItem, isApart: never };
    return `[${opening}\n${printMembers(printing, body, inner, ",")}${indent}]`;
  }
  const body = { owner: value, members: value.entries, print: printEntry, isApart: never };
  return `{${opening}\n${printMembers(printing, body, inner, ",")}${indent}}`;
}

function printItem(printing: Printing, item: Value, indent: string): string {
  return printValue(printing, item, { indent, column: indent.length, after: 1 });
}

function printEntry(printing: Printing, entry: ObjectEntry, indent: string): string {
  const key = printKey(printing, entry);
  if (entry.value === undefined) return key;
  return `${key} ${printValue(printing, entry.value, { indent, column: indent.length + key.length + 1, after: 1 })}`;
}

/** Items of lists and entries of objects need no blank lines between them. */
function never(): boolean {
  return false;
}
