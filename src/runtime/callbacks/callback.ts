import type { JsonValue } from "../machine.js";

/** A member of a callback, at its place in the order that the platform keeps. */
export interface CallbackMember {
  readonly name: string;
  readonly value: JsonValue;
}

/**
 * What a node asks for or shows. An input's name is what follows `IDToken1` on the wire: empty for the main one,
 * `validateOnly` for that of validated callbacks. Once answered, the inputs hold the answer.
 */
export interface Callback {
  readonly type: string;
  readonly output: readonly CallbackMember[];
  /** `undefined`: nothing to answer, and no `input` on the wire. */
  readonly input: readonly CallbackMember[] | undefined;
  /** What the wire calls it, where that is another name: `TextOutputCallback` for a script to run in the browser. */
  readonly wireType?: string;
}

/** A callback as the authenticate endpoint sends it, member by member in this order. */
export interface WireCallback {
  readonly type: string;
  readonly output: readonly CallbackMember[];
  readonly input?: readonly CallbackMember[];
  /** Only on a page's callbacks. */
  readonly _id?: number;
}

/** What the user sees at one stop: the body of the endpoint's answer, without `authId`. */
export interface Step {
  readonly callbacks: readonly WireCallback[];
  readonly stage?: string;
  readonly header?: string;
  readonly description?: string;
}

/** The value of an output, `undefined` where the callback has none of that name. */
export function outputOf(callback: Callback, name: string): JsonValue | undefined {
  return callback.output.find((member) => member.name === name)?.value;
}

/** The value of an input; without a name, that of the main one. */
export function inputOf(callback: Callback, name = ""): JsonValue | undefined {
  return callback.input?.find((member) => member.name === name)?.value;
}

/** The main input as text; numbers and flags that a client sent in place of texts are read as it wrote them. */
export function textOf(callback: Callback, name = ""): string {
  const value = inputOf(callback, name);
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** The main input as a whole number; clients may send `"1"` for 1. */
export function indexOf(callback: Callback): number | undefined {
  const value = inputOf(callback);
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) ? number : undefined;
}

/** The main input as a flag; clients may send `"true"` for true. */
export function flagOf(callback: Callback, name = ""): boolean {
  const value = inputOf(callback, name);
  return value === true || value === "true";
}
