import type { AnsweredCallback } from "./answered-callbacks.js";
import { define, hasOwn, host, isList, unsupported } from "./border.js";
import { fixTime, setNow } from "./dates.js";
import { type JavaMap, javaList, javaMap, membersOf } from "./java-collections.js";
import { javaScalar } from "./java-scalars.js";

/** The data that the host passes to a script when it starts. */
export interface ScriptInput {
  readonly scriptName: string;
  readonly realm: string;
  readonly resumed: boolean;
  readonly callbacks: readonly AnsweredCallback[];
  readonly headers: { readonly [name: string]: readonly string[] };
  readonly parameters: { readonly [name: string]: readonly string[] };
  readonly cookies: { readonly [name: string]: string };
  /** Absent when the request came without a session. */
  readonly session?: { readonly [property: string]: string };
  readonly now: number;
  readonly journey: {
    readonly name: string;
    readonly identityResource: string;
    readonly inner: boolean;
    readonly mustRun: boolean;
  };
}

/** Defines the bindings that are the same for every script. */
export function defineFixedBindings(): void {
  fixTime();
  define(Math, "random", () => host("random"));
  define(globalThis, "systemEnv", { getProperty: systemProperty });
  define(globalThis, "secrets", { getGenericSecret: genericSecret });
  define(globalThis, "auditEntryDetail", null);
}

/** Defines the bindings that describe the request and the script. */
export function defineCommonBindings(input: ScriptInput): void {
  setNow(input.now);
  define(globalThis, "realm", input.realm);
  define(globalThis, "scriptName", input.scriptName);
  define(globalThis, "resumedFromSuspend", input.resumed);
  define(globalThis, "requestHeaders", headerMap(input.headers));
  define(globalThis, "requestParameters", javaMap(input.parameters));
  if (input.session) define(globalThis, "existingSession", javaMap(input.session));
}

/** Defines a binding that the platform has and the simulation lacks: a script that uses it ends as unsupported. */
export function defineMissing(name: string): void {
  Object.defineProperty(globalThis, name, {
    get: () => unsupported(name),
    // A script may declare a variable of the same name.
    set: (value: unknown) => define(globalThis, name, value),
    configurable: true,
    enumerable: false,
  });
}

/** A logger method that writes one line. Each `{}` in the message is replaced by the next argument, as in SLF4J. */
export function logLine(level: string): (...parts: readonly unknown[]) => void {
  return (message, ...rest) => {
    let next = 0;
    const filled = String(message).replace(/\{\}/g, (place) => (next < rest.length ? String(rest[next++]) : place));
    host("log", level, [filled, ...rest.slice(next).map(String)].join(" "));
  };
}

/** A map of headers under the names of the request; `get` finds a header whatever the case of its name. */
function headerMap(headers: { readonly [name: string]: readonly string[] }): JavaMap {
  const get = (name: unknown) => {
    const held = membersOf(map);
    if (hasOwn(held, String(name))) return held[String(name)];
    const wanted = String(name).toLowerCase();
    const found = Object.keys(held).find((key) => key.toLowerCase() === wanted);
    return found === undefined ? null : held[found];
  };
  const map = javaMap(headers, { get });
  return map;
}

function systemProperty(name: unknown, fallback?: unknown, type?: unknown): unknown {
  const value = host("systemEnv", String(name)) ?? fallback ?? null;
  const kind = String((type as { className?: unknown } | undefined)?.className ?? type ?? "");
  if (value === null || typeof value !== "string") return javaScalar(value);
  if (/Integer|Long|Double|Number/.test(kind)) return javaScalar(Number(value));
  if (/Boolean/.test(kind)) return javaScalar(value === "true");
  if (/List|Map/.test(kind)) {
    const parsed: unknown = JSON.parse(value);
    return isList(parsed) ? javaList(parsed) : javaMap(parsed as object);
  }
  return javaScalar(value);
}

function genericSecret(label: unknown): object {
  const value = String(host("secret", String(label)));
  return {
    getAsUtf8: () => javaScalar(value),
    getAsBytes: () => Array.from(value, (character) => character.charCodeAt(0)),
  };
}
