import { missingFunctions, missingNames } from "../../../rhino/dialect.js";
import { hasRefusedFlag, refusedGroup } from "../../../rhino/refused-pattern.js";
import { define, host, isList } from "./border.js";
import { hasJavaScalars } from "./java-scalars.js";

type Members = { [name: string]: unknown };

/** Takes away what the platform's engine does not have. Nothing of the prelude may use it afterwards. */
export function removeWhatRhinoLacks(): void {
  const globals = globalThis as unknown as { [name: string]: (Members & { prototype?: Members }) | undefined };
  for (const [owner, names] of Object.entries(missingFunctions.static)) {
    for (const name of names) remove(globals[owner], name);
  }
  for (const [owner, names] of Object.entries(missingFunctions.prototype)) {
    for (const name of names) remove(globals[owner]?.prototype, name);
  }
  for (const name of missingFunctions.prototype.Array ?? []) remove(typedArray, name);
  for (const name of missingNames) remove(globals, name);
}

const typedArray = Object.getPrototypeOf(Uint8Array.prototype) as Members;
const { defineProperty } = Object;
const { deleteProperty } = Reflect;

/** The well-known symbols cannot be taken away. */
function remove(owner: object | undefined, name: string): void {
  if (owner) deleteProperty(owner, name);
}

/** What rewritten scripts call (`src/rhino/standard`). */
const support = {
  /** The value of an assignment to a constant, which keeps its own. */
  kept: (value: unknown) => value,
  /** The same in strict mode. */
  readonly: (name: string) => {
    throw new TypeError(`Cannot modify readonly property: ${name}.`);
  },
  /** What `for each` visits. */
  values: (object: unknown): unknown => {
    if (object === null || object === undefined) return [];
    if (isList(object)) return object;
    const found: unknown[] = [];
    for (const name in Object(object)) found.push((object as Members)[name]);
    return found;
  },
  /** What `eval` runs. */
  code: (text: unknown): unknown => {
    if (typeof text !== "string") return text;
    const { code, refused } = host("rhino.standard", text, hasJavaScalars()) as { code?: string; refused?: string };
    if (code === undefined) throw new SyntaxError(refused ?? "");
    return code;
  },
};

/** What Rhino has beyond the standard: functions of lists and texts that take the list or text as an argument. */
export function addWhatRhinoHas(): void {
  for (const name of listFunctions) addGeneric(Array, name);
  for (const name of textFunctions) addGeneric(String, name);
  define(String.prototype, "equals", function (this: unknown, other: unknown) {
    return String(this) === String(other);
  });
  define(String.prototype, "equalsIgnoreCase", function (this: unknown, other: unknown) {
    return String(this).toLowerCase() === String(other).toLowerCase();
  });
}

const listFunctions =
  "concat every filter find findIndex forEach indexOf join lastIndexOf map pop push reduce reduceRight reverse shift slice some sort splice unshift".split(
    " ",
  );
const textFunctions =
  "charAt charCodeAt concat indexOf lastIndexOf localeCompare match replace search slice split substr substring toLowerCase toUpperCase".split(
    " ",
  );

function addGeneric(type: ArrayConstructor | StringConstructor, name: string): void {
  const method = (type.prototype as unknown as { [name: string]: (...args: unknown[]) => unknown })[name];
  if (method) define(type, name, (on: unknown, ...args: unknown[]) => method.apply(on, args));
}

/** Defines the object that rewritten scripts call, out of a script's sight and reach. */
export function defineRhinoSupport(more: object = {}): void {
  const value = Object.assign(Object.create(null), support, more);
  // Assignments to a constant in a pattern end here.
  defineProperty(value, "unread", { get: () => undefined, set: () => undefined });
  defineProperty(globalThis, "rhino$", { value: Object.freeze(value), enumerable: false });
}

/** Regular expressions that a script makes of texts are those that Rhino takes. */
export function guardPatternMaker(): void {
  const Original = RegExp;
  function made(pattern?: unknown, flags?: unknown): unknown {
    if (flags !== undefined && hasRefusedFlag(String(flags))) {
      throw new SyntaxError("invalid flag after regular expression");
    }
    if (!(pattern instanceof Original) && refusedGroup(String(pattern)) !== undefined) {
      throw new SyntaxError("Invalid quantifier ?");
    }
    return new Original(pattern as string, flags as string);
  }
  // Built-in functions make expressions by `Symbol.species`, with flags of their own.
  defineProperty(made, Symbol.species, { value: Original });
  replaceClass("RegExp", made);
}

/** Functions that are made of texts are read like scripts, too. */
export function guardFunctionMaker(): void {
  const Original = Function;
  function made(...parts: readonly unknown[]): unknown {
    const body = parts.length === 0 ? "" : String(parts[parts.length - 1]);
    const names = parts.slice(0, -1).map(String).join();
    return new Original(`return ${support.code(`(function anonymous(${names}) {${body}\n})`)}`)();
  }
  replaceClass("Function", made);
}

/** Puts a function in the place of a built-in class, whose instances stay what they are. */
function replaceClass(name: "Function" | "RegExp", made: object): void {
  const { prototype } = globalThis[name];
  defineProperty(made, "name", { value: name });
  defineProperty(made, "prototype", { value: prototype });
  defineProperty(prototype, "constructor", { value: made, writable: true, configurable: true });
  defineProperty(globalThis, name, { value: made, writable: true, configurable: true });
}
