import { toPlain } from "./plain.js";

type RawCall = (name: string, args: string) => string;
/** A library script as a function; the host evaluates it. */
export type Library = (exports: unknown, module: object, require: unknown) => void;
interface Border {
  journeyHost?: RawCall;
  journeyLibrary?: (title: string) => Library;
}
type Answer =
  | { readonly value?: unknown }
  | { readonly unsupported: string }
  | { readonly error: { readonly message: string; readonly code?: number } };

// Taken before the script can see or replace them: these functions are the only way out of the sandbox.
const { parse, stringify } = JSON;
/** Taken early: scripts do not have it. */
export const { hasOwn } = Object;
/** Taken early: to scripts, lists of Java are none. */
export const { isArray: isList } = Array;
const border = globalThis as Border;
const { journeyHost: raw, journeyLibrary: compile } = border;
delete border.journeyHost;
delete border.journeyLibrary;

/** Loads the library script with this title. */
export function library(title: string): Library {
  if (!compile) throw new Error("There are no library scripts");
  return compile(title);
}

/** Calls the host. Only JSON text crosses the border, in both directions. */
export function host(name: string, ...args: readonly unknown[]): unknown {
  if (!raw) throw new Error("No host");
  const answer = parse(raw(name, stringify(args.map(toPlain)))) as Answer;
  if (hasOwn(answer, "unsupported")) throw new Error((answer as { unsupported: string }).unsupported);
  if (hasOwn(answer, "error")) {
    const { message, code } = (answer as { error: { message: string; code?: number } }).error;
    throw javaError(message, code);
  }
  return (answer as { value?: unknown }).value;
}

/** Ends the script, even if it catches the error: the host remembers what was missing. */
export function unsupported(what: string): never {
  host("unsupported", `${what} is not available in the simulation`);
  throw new Error("unreachable");
}

/**
 * An error that looks to a script like a caught Java exception: it has `e.javaException.getMessage()`, and the code of
 * a resource exception.
 */
export function javaError(message: string | null, code?: number, className?: string): Error {
  // Rhino puts the class before the message; which class a binding of the platform throws is not always known.
  const text = className === undefined ? String(message ?? "") : `${className}: ${String(message)}`;
  const error = new Error(text);
  if (className !== undefined) define(error, "name", "JavaException");
  const name = className ?? "java.lang.RuntimeException";
  const exception = {
    message,
    getMessage: () => message,
    getLocalizedMessage: () => message,
    getCode: () => code ?? 500,
    getReason: () => reasonOf(code ?? 500),
    getDetail: () => null,
    getCause: () => null,
    getClass: () => ({ getName: () => name, getSimpleName: () => name.slice(name.lastIndexOf(".") + 1) }),
    toString: () => (className !== undefined && message === null ? className : text),
  };
  thrownClasses.set(exception, name);
  define(error, "javaException", exception);
  define(error, "rhinoException", exception);
  return error;
}

const thrownClasses = new WeakMap<object, string>();

/** The class of an exception, as `instanceof` asks for it. */
export function thrownClass(exception: unknown): string | undefined {
  return typeof exception === "object" && exception !== null ? thrownClasses.get(exception) : undefined;
}

/** Takes the class of an exception that a script has made. */
export function setThrownClass(exception: object, name: string): void {
  thrownClasses.set(exception, name);
}

export function asText(value: unknown): string {
  return stringify(value) ?? "null";
}

export function fromText(json: string): unknown {
  return parse(json);
}

/** Defines a member that a script may replace and that loops over an object do not show. */
export function define(target: object, name: string | symbol, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
}

function reasonOf(code: number): string {
  const reasons: { readonly [code: number]: string } = {
    400: "Bad Request",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    412: "Precondition Failed",
  };
  return reasons[code] ?? "Internal Server Error";
}
