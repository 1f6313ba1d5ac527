import { define, isList } from "./border.js";
import { addWhatRhinoHas, guardFunctionMaker, guardPatternMaker, removeWhatRhinoLacks } from "./rhino.js";

/**
 * The longest list that built-in functions may walk, and the greatest product of text length and pattern length in a
 * search.
 */
const mostItems = 1_000_000;
const mostComparisons = 1_000_000_000;

/**
 * Limits the work of built-in functions. The time limit is checked between the operations of a script, not inside a
 * built-in function. Built-ins therefore get no list that only claims to be long, and no search through two huge texts.
 * `Proxy` is removed with all that Rhino lacks: with it a list could lie about its length.
 */
export function guardBuiltIns(): void {
  removeWhatRhinoLacks();
  addWhatRhinoHas();
  guardFunctionMaker();
  guardPatternMaker();
  for (const name of Object.getOwnPropertyNames(Array.prototype)) guardArrayMethod(name);
  for (const name of ["indexOf", "lastIndexOf", "includes", "split", "replace"]) guardSearch(name);
}

/** Methods that do not walk the list, or walk it only as far as the caller asks. */
const harmless: ReadonlySet<string> = new Set(["constructor", "push", "pop", "at", "keys", "values", "entries"]);

/** Taken before it is removed. */
const { apply } = Reflect;

type Method = (this: unknown, ...args: readonly unknown[]) => unknown;

function guardArrayMethod(name: string): void {
  const method = (Array.prototype as unknown as { [name: string]: unknown })[name];
  if (typeof method !== "function" || harmless.has(name)) return;
  const original = method as Method;
  define(Array.prototype, name, function (this: unknown, ...args: readonly unknown[]) {
    const items = boundedList(this);
    if (name === "concat") for (const part of args) checkSpread(part);
    return apply(original, items, args);
  });
}

/** The list itself, after its length is checked; of an object that only looks like a list, a copy. */
function boundedList(list: unknown): unknown {
  if (isList(list)) return checkLength(list.length, list);
  if (typeof list !== "object" || list === null || ArrayBuffer.isView(list)) return list;
  const length = Math.trunc(Number((list as { length?: unknown }).length)) || 0;
  checkLength(length, list);
  const copy: unknown[] = [];
  for (let index = 0; index < length; index++) copy[index] = (list as { [index: number]: unknown })[index];
  return copy;
}

function checkSpread(part: unknown): void {
  if (typeof part !== "object" || part === null) return;
  if (isList(part)) checkLength(part.length, part);
  else if (Symbol.isConcatSpreadable in part) throw new TypeError("Only arrays can be joined");
}

function checkLength<List>(length: number, list: List): List {
  if (length > mostItems) throw new RangeError(`A list of ${length} items is too long for the sandbox`);
  return list;
}

function guardSearch(name: string): void {
  const original = (String.prototype as unknown as { [name: string]: Method })[name];
  if (!original) return;
  define(String.prototype, name, function (this: unknown, what: unknown, ...rest: readonly unknown[]) {
    if (typeof what !== "string") return apply(original, this, [what, ...rest]);
    const text = String(this);
    if (text.length * what.length > mostComparisons) throw new RangeError("Texts are too long for the sandbox");
    return apply(original, text, [what, ...rest]);
  });
}
