import type { ScriptGeneration } from "./bindings.js";

/*
 * What scripts of the platform have in place of what browsers, Node and newer JavaScript have, in a sentence. Where nothing is like it, nothing
 * is said.
 */

/** The methods of `console`, with what logs as much in each engine. */
const levels: { readonly [method: string]: { readonly [generation in ScriptGeneration]: string } } = {
  debug: { legacy: "message", "next-generation": "debug" },
  trace: { legacy: "message", "next-generation": "trace" },
  warn: { legacy: "warning", "next-generation": "warn" },
  error: { legacy: "error", "next-generation": "error" },
  assert: { legacy: "error", "next-generation": "error" },
};
const plainLevel = { legacy: "message", "next-generation": "info" };

const byName: { readonly [name: string]: string } = {
  "Array.prototype.flat": "Write `[].concat.apply([], list)`, which makes one list of the lists in it.",
  "Array.prototype.flatMap": "Write `[].concat.apply([], list.map(…))`.",
  "Array.prototype.at": "Write the index in brackets: `list[list.length - 1]` is the last one.",
  "String.prototype.at": "Write `charAt` with the index: `text.charAt(text.length - 1)` is the last one.",
  "String.prototype.replaceAll": 'Write `text.split("a").join("b")`, or `replace` with `/a/g`.',
  "Object.hasOwn": "Write `Object.prototype.hasOwnProperty.call(object, key)`.",
};

const ofNextGeneration: { readonly [name: string]: string } = {
  fetch: "Write `httpClient.send(url, { … }).get()`, which gives the response.",
  btoa: "Write `utils.base64.encode(…)`.",
  atob: "Write `utils.base64.decode(…)`.",
};

const ofLegacy: { readonly [name: string]: string } = {
  fetch: "Write `httpClient.send(request).get()` with a request of the platform's Java class.",
};

/** Names of functions that write a line in other surroundings of JavaScript. */
export const printingNames: readonly string[] = ["alert", "print", "println"];

/** What to write for something that Rhino lacks. `method` is what the script asks of it: `warn` of `console`. */
export function insteadOfMissing(
  name: string,
  method: string | undefined,
  generation: ScriptGeneration | undefined,
): string | undefined {
  if (name === "console" && generation === undefined)
    return "The log is `logger`: `logger.info(…)` in the next-generation engine, `logger.message(…)` in the legacy one.";
  if (name === "console" && generation !== undefined) return `Write \`${logMethod(method, generation)}(…)\`.`;
  const table = generation === "next-generation" ? ofNextGeneration : generation === "legacy" ? ofLegacy : {};
  return [table, byName].find((each) => Object.hasOwn(each, name))?.[name];
}

/** The method of `logger` that stands for one of `console`, or for a function that prints. */
export function logMethod(method: string | undefined, generation: ScriptGeneration): string {
  const level = method !== undefined && Object.hasOwn(levels, method) ? levels[method] : undefined;
  return `logger.${(level ?? plainLevel)[generation]}`;
}
