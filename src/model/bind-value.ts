import type { Place } from "../diagnostics/diagnostic.js";
import type { ListValue, NameValue, ObjectValue, StringPart, StringValue, Value } from "../syntax/ast.js";
import { absentWord, valueWords } from "../syntax/reserved-names.js";
import { type Json, setOwn } from "../text/json.js";
import { childPointer } from "../text/json-pointer.js";
import type { ExpectedValue } from "./expected-value.js";
import type { FileScope } from "./scope.js";
import { placeIn } from "./scope.js";
import { adviseOnWord } from "./word-advice.js";

/** A value as JSON, with the places of the values inside it. */
export interface BoundValue {
  readonly value: Json;
  readonly inner: ReadonlyMap<string, Place> | undefined;
}

/** Whether a bare word inside a value may be the name of a script, and what else the property takes. */
export interface WordRule {
  readonly scripts: boolean;
  readonly expected?: ExpectedValue | undefined;
  /** Called with the name of each script. */
  readonly onScript?: (name: string) => void;
}

/** No bare words, except `true`, `false` and `null`. */
export const noWords: WordRule = { scripts: false };

/** Makes JSON of a value: with the values of parameters, and ids in place of script names. Messages name `property`. */
export function bindValue(value: Value, scope: FileScope, property: string, words: WordRule = noWords): BoundValue {
  if (value.kind !== "list" && value.kind !== "object") {
    return { value: scalar(value, "", scope, property, words), inner: undefined };
  }
  const binder = new CompositeBinder(scope, property, words);
  return { value: binder.bind(value, ""), inner: binder.inner };
}

class CompositeBinder {
  readonly inner = new Map<string, Place>();
  readonly #scope: FileScope;
  readonly #property: string;
  readonly #words: WordRule;

  constructor(scope: FileScope, property: string, words: WordRule) {
    this.#scope = scope;
    this.#property = property;
    this.#words = words;
  }

  /** Recursion is safe: the parser cuts values that are nested too deeply. */
  bind(value: Value, pointer: string): Json {
    if (value.kind !== "list" && value.kind !== "object")
      return scalar(value, pointer, this.#scope, this.#property, this.#words);
    return value.kind === "list" ? this.#list(value, pointer) : this.#object(value, pointer);
  }

  #list(list: ListValue, pointer: string): Json {
    return list.items.map((item, index) => {
      const at = `${pointer}/${index}`;
      this.inner.set(at, placeIn(this.#scope, item.range));
      return this.bind(item, at);
    });
  }

  #object(object: ObjectValue, pointer: string): Json {
    const result = {};
    for (const entry of object.entries) {
      const key = entry.key.text;
      if (Object.hasOwn(result, key)) {
        this.#scope.reporter.report("duplicate-property", placeIn(this.#scope, entry.key.range), { property: key });
        continue;
      }
      if (entry.value === undefined) continue;
      const at = childPointer(pointer, key);
      this.inner.set(at, placeIn(this.#scope, entry.value.range));
      setOwn(result, key, this.bind(entry.value, at));
    }
    return result;
  }
}

function scalar(
  value: Exclude<Value, ListValue | ObjectValue>,
  pointer: string,
  scope: FileScope,
  property: string,
  words: WordRule,
): Json {
  switch (value.kind) {
    case "string":
      return bindString(value, scope);
    case "number":
    case "boolean":
      return value.value;
    case "null":
      return null;
    case "name":
      return bindWord(value, pointer, scope, property, words);
  }
}

/** A string that is only one parameter has the value of the parameter, of any kind. Any other string is a text. */
function bindString({ parts }: StringValue, scope: FileScope): Json {
  if (parts.length === 1) {
    const only = parts[0] as StringPart;
    if (typeof only === "string") return only;
    const value = resolveParameter(only, scope);
    return value === undefined ? literal(only) : value;
  }
  let text = "";
  for (const part of parts) text += partText(part, scope);
  return text;
}

/** A string where only a text is possible: a title, an id, a path. */
export function bindText(value: StringValue, scope: FileScope): string {
  const bound = bindString(value, scope);
  return typeof bound === "string" ? bound : value.parts.map((part) => partText(part, scope)).join("");
}

function partText(part: StringPart, scope: FileScope): string {
  return typeof part === "string" ? part : parameterText(part, scope);
}

type ParameterPart = Exclude<StringPart, string>;

function parameterText(part: ParameterPart, scope: FileScope): string {
  const value = resolveParameter(part, scope);
  if (value === undefined) return literal(part);
  if (typeof value === "object" && value !== null) {
    const place = placeIn(scope, part.range);
    scope.reporter.report("wrong-param", place, {
      name: part.param,
      expected: "a text, a number or true or false here",
    });
    return literal(part);
  }
  return String(value);
}

/** The value of a parameter; `undefined` after a diagnostic here or at its declaration. */
function resolveParameter(part: ParameterPart, scope: FileScope): Json | undefined {
  const parameter = scope.parameters.get(part.param);
  if (parameter === undefined) {
    const place = placeIn(scope, part.range);
    const near = scope.reporter.nearest(part.param, scope.parameters.keys());
    scope.uses.parameters.unknown({
      name: part.param,
      place,
      near,
      nearPlace: near === undefined ? undefined : scope.parameters.get(near)?.place,
      fixesTo: (name) => [{ title: `Write \${${name}}`, edits: [{ range: part.range, text: `\${${name}}` }] }],
      report: (extras) => scope.reporter.report("unknown-param", place, { name: part.param }, extras),
    });
    return undefined;
  }
  scope.uses.parameters.use(part.param);
  return parameter.value;
}

function literal(part: ParameterPart): string {
  return `\${${part.param}}`;
}

function bindWord(word: NameValue, pointer: string, scope: FileScope, property: string, words: WordRule): Json {
  const place = placeIn(scope, word.range);
  if (word.text === absentWord) {
    scope.reporter.report("misplaced-absent", place, { property });
    return null;
  }
  if (words.scripts && !valueWords.some((name) => name === word.text.toLowerCase())) {
    const script = scope.scripts.get(word.text);
    if (script !== undefined) {
      words.onScript?.(word.text);
      scope.uses.scripts.use(word.text);
      return script.id;
    }
    const near = scope.reporter.nearest(word.text, scope.scripts.keys());
    scope.uses.scripts.unknown({
      name: word.text,
      place,
      near,
      nearPlace: near === undefined ? undefined : scope.scripts.get(near)?.place,
      report: (extras) => scope.reporter.report("unknown-script", place, { name: word.text }, extras),
    });
    return word.text;
  }
  const extras = adviseOnWord(word, pointer, words.expected, scope);
  scope.reporter.report("misplaced-word", place, { word: word.text, property }, extras);
  return word.text;
}
