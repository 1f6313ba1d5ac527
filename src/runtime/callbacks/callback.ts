import type { JsonValue } from "../machine.js";

/** A member of a callback. The order of members is the platform's. */
export interface CallbackMember {
  readonly name: string;
  readonly value: JsonValue;
}

/**
 * A question to the user, or something shown. An input's name is its suffix after `IDToken1` on the wire: empty for the
 * main input, `validateOnly` for the second one of validated callbacks. After the answer the inputs hold the answered
 * values.
 */
export interface Callback {
  readonly type: string;
  readonly output: readonly CallbackMember[];
  /** `undefined` when there is nothing to answer; the wire then has no `input` member. */
  readonly input: readonly CallbackMember[] | undefined;
  /** The type's name on the wire where it differs: a script to run in the browser is sent as `TextOutputCallback`. */
  readonly wireType?: string;
}

/** A callback as the authenticate endpoint sends it, with its members in this order. */
export interface WireCallback {
  readonly type: string;
  readonly output: readonly CallbackMember[];
  readonly input?: readonly CallbackMember[];
  /** Present on a page's callbacks only. */
  readonly _id?: number;
}

/** The callbacks and texts that the user sees at one stop: the body of the endpoint's answer without `authId`. */
export interface Step {
  readonly callbacks: readonly WireCallback[];
  readonly stage?: string;
  readonly header?: string;
  readonly description?: string;
}

/** The value of an output; `undefined` where the callback has no output of that name. */
export function outputOf(callback: Callback, name: string): JsonValue | undefined {
  return callback.output.find((member) => member.name === name)?.value;
}

/** The value of an input; of the main input where no name is given. */
export function inputOf(callback: Callback, name = ""): JsonValue | undefined {
  return callback.input?.find((member) => member.name === name)?.value;
}

/** An input as text. A number or flag that a client sent instead of a text becomes text. */
export function textOf(callback: Callback, name = ""): string {
  const value = inputOf(callback, name);
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** The main input as a whole number; a client may send `"1"` for 1. */
export function indexOf(callback: Callback): number | undefined {
  const value = inputOf(callback);
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) ? number : undefined;
}

/** An input as a flag; a client may send `"true"` for true. */
export function flagOf(callback: Callback, name = ""): boolean {
  const value = inputOf(callback, name);
  return value === true || value === "true";
}
