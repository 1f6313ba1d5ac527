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

const onServer =
  "The script runs on the server, where there is no browser: what one sends is in `requestHeaders` and `requestCookies`, and a script for it is sent in a callback.";
const noTimer =
  "A script runs from its first line to its last and never waits: let the journey wait with a node such as `PollingWait`.";

const byName: { readonly [name: string]: string } = {
  "Array.prototype.flat": "Write `[].concat.apply([], list)`, which makes one list of the lists in it.",
  "Array.prototype.flatMap": "Write `[].concat.apply([], list.map(…))`.",
  "Array.prototype.at": "Write the index in brackets: `list[list.length - 1]` is the last one.",
  "String.prototype.at": "Write `charAt` with the index: `text.charAt(text.length - 1)` is the last one.",
  "String.prototype.replaceAll": 'Write `text.split("a").join("b")`, or `replace` with `/a/g`.',
  "Object.hasOwn": "Write `Object.prototype.hasOwnProperty.call(object, key)`.",
  process:
    'A script has no environment but the variables and secrets of the tenant: write `systemEnv.getProperty("esv.name")`.',
  window: onServer,
  document: onServer,
  navigator: onServer,
  localStorage:
    "What other nodes of the journey are to find stands in the node state: write `nodeState.putShared(key, value)` and `nodeState.get(key)`.",
  sessionStorage:
    "What other nodes of the journey are to find stands in the node state: write `nodeState.putShared(key, value)` and `nodeState.get(key)`.",
  setTimeout: noTimer,
  setInterval: noTimer,
  clearTimeout: noTimer,
  queueMicrotask: "Write the lines themselves: a script runs from its first line to its last.",
  module: "Only a library hands something on, by `exports`. A script of a node sets `outcome`.",
  global:
    "Variables of a script are its own, each time it runs: declare them with `var`, and hand values on by `nodeState`.",
  structuredClone: "Write `JSON.parse(JSON.stringify(value))`.",
};

const ofNextGeneration: { readonly [name: string]: string } = {
  fetch: "Write `httpClient.send(url, { … }).get()`, which gives the response.",
  btoa: "Write `utils.base64.encode(…)`.",
  atob: "Write `utils.base64.decode(…)`.",
  Buffer: "Write `utils.base64.encode(text)` and `utils.base64.decode(text)`.",
  TextEncoder: "Write `utils.types.stringToBytes(text)`.",
  TextDecoder: "Write `utils.types.bytesToString(bytes)`.",
  XMLHttpRequest: "Write `httpClient.send(url, { … }).get()`, which gives the response.",
};

const ofLegacy: { readonly [name: string]: string } = {
  fetch: "Write `httpClient.send(request).get()` with a request of the platform's Java class.",
  XMLHttpRequest: "Write `httpClient.send(request).get()` with a request of the platform's Java class.",
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

/** The variable of the tenant that a script most likely means by one of the environment: `API_KEY` is `esv-api-key`. */
export function variableOfEnvironment(name: string): string {
  return `esv-${name
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^esv-/, "")}`;
}

/** Whether a variable of the tenant is called like one of the environment, with more or fewer words before it. */
export function meansVariable(name: string, id: string): boolean {
  const [meant, known] = [variableOfEnvironment(name), id].map((each) => each.replace(/^esv|[-_.]/g, "")) as [
    string,
    string,
  ];
  return known === meant || known.endsWith(meant) || meant.endsWith(known);
}

/** The variables of the environment that a script asks for, as Node has them. */
export function namesInEnvironment(body: string): readonly string[] {
  if (!body.includes("process.env")) return [];
  return [...body.matchAll(/\bprocess\.env(?:\.(\w+)|\[\s*["'](\w+)["'])/g)].map(
    ([, plain, quoted]) => plain ?? quoted ?? "",
  );
}
