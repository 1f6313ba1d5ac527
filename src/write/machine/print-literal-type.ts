import { printKey, printText } from "./print-literal.js";

/** Stands for a text in a value whose type is `string`, because nobody wants to read it in a type. */
export const anyText = Symbol("any text");

const widest = 100;
/** Compilers recurse; a deeper value is `any`, as it is in the compiled machine. */
const deepest = 40;

/**
 * Prints the type that plain data has after `as const`: literal types, and all members readonly. A map counts as an object whose members
 * keep their order. `column` is where its line has got to before it.
 */
export function printLiteralType(value: unknown, indentation = "", column = 0, depth = 0): string {
  if (value === anyText) return "string";
  if (typeof value === "string") return printText(value);
  if (value === null || typeof value !== "object") return Object.is(value, -0) ? "-0" : String(value);
  if (depth > deepest) return "any";
  const isList = Array.isArray(value);
  const [open, close] = isList ? ["readonly [", "]"] : ["{", "}"];
  const members = isList ? value.map((member) => ["", member] as const) : membersOf(value);
  if (members.length === 0) return open + close;
  const inner = `${indentation}  `;
  const parts = members.map(
    ([head, member]) => head + printLiteralType(member, inner, inner.length + head.length, depth + 1),
  );
  const separator = isList ? ", " : "; ";
  const line = parts.join(separator);
  const room = isList ? "" : " ";
  const isShort = column + line.length + open.length + 2 <= widest && !line.includes("\n");
  if (isShort) return `${open}${room}${line}${room}${close}`;
  return `${open}\n${parts.map((part) => `${inner}${part}${separator.trim()}\n`).join("")}${indentation}${close}`;
}

function membersOf(value: object): readonly (readonly [head: string, member: unknown])[] {
  const members: Iterable<[string, unknown]> = value instanceof Map ? value : Object.entries(value);
  return [...members].flatMap(([key, member]) =>
    member === undefined ? [] : [[`readonly ${typeKey(key)}: `, member] as const],
  );
}

/** A key of an object type: quoted only where it must be. */
export function typeKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) && key !== "__proto__" ? key : printKey(key);
}
