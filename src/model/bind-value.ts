import { lettersOf } from "../catalogue/console-labels.js";
import { placeholderMeantBy } from "../catalogue/meant-placeholder.js";
import type { DiagnosticExtras, Place } from "../diagnostics/diagnostic.js";
import { nameBegunLike } from "../diagnostics/suggest.js";
import type { ListValue, NameValue, ObjectValue, StringPart, StringValue, Value } from "../syntax/ast.js";
import { absentWord, valueWords } from "../syntax/reserved-names.js";
import { type Json, setOwn } from "../text/json.js";
import { childPointer } from "../text/json-pointer.js";
import { helpOnDuplicate } from "./duplicate-help.js";
import type { FileScope } from "./scope.js";
import { placeIn, placeOfValue } from "./scope.js";
import { adviseOnWord, type WordPlace } from "./word-advice.js";

/** A value as JSON, with the places of the values inside it. */
export interface BoundValue {
  readonly value: Json;
  readonly inner: ReadonlyMap<string, Place> | undefined;
}

/** Whether a bare word inside a value may be the name of a script, and what else the property takes. */
export interface WordRule extends WordPlace {
  readonly scripts: boolean;
  /** Called with the name of each script. */
  readonly onScript?: (name: string) => void;
  /** The names that the platform replaces in the property's texts, in `{{…}}`. */
  readonly placeholders?: readonly string[] | undefined;
}

/** No bare words, except `true`, `false` and `null`. */
export const noWords: WordRule = { scripts: false };

/** Makes JSON of a value: with the values of parameters, and ids in place of script names. Messages name `property`. */
export function bindValue(value: Value, scope: FileScope, property: string, words: WordRule = noWords): BoundValue {
  if (value.kind !== "list" && value.kind !== "object") {
    const binder = new ScalarBinder(scope, property, words);
    const bound = binder.bind(value, "");
    binder.reportWords();
    return { value: bound, inner: undefined };
  }
  const binder = new CompositeBinder(scope, property, words);
  const bound = binder.bind(value, "");
  binder.reportWords();
  return { value: bound, inner: binder.inner };
}

/** A bare word that means nothing, with what it may mean. */
interface MisplacedWord {
  readonly word: NameValue;
  readonly extras: DiagnosticExtras;
}

class ScalarBinder {
  protected readonly scope: FileScope;
  readonly #property: string;
  readonly #words: WordRule;
  readonly #misplaced: MisplacedWord[] = [];

  constructor(scope: FileScope, property: string, words: WordRule) {
    this.scope = scope;
    this.#property = property;
    this.#words = words;
  }

  bind(value: Exclude<Value, ListValue | ObjectValue>, pointer: string): Json {
    switch (value.kind) {
      case "string":
        return bindString(value, this.scope, this.#words.placeholders);
      case "number":
      case "boolean":
        return value.value;
      case "null":
        return null;
      case "name":
        return this.#word(value, pointer);
    }
  }

  /** Reports the words that mean nothing, all of a value together: who leaves out the quotes of one leaves out those of all. */
  reportWords(): void {
    const [first, ...others] = this.#misplaced;
    if (first === undefined) return;
    const { word, extras } = first;
    const place = placeIn(this.scope, word.range);
    const args = { word: word.text, property: this.#property };
    this.scope.reporter.report("misplaced-word", place, args, others.length === 0 ? extras : this.#together(extras));
  }

  #together({ help }: DiagnosticExtras): DiagnosticExtras {
    const [, ...others] = this.#misplaced;
    const related = others.map(({ word }) => ({ place: placeIn(this.scope, word.range), message: "So is this" }));
    const changes = this.#misplaced.map(({ extras: { fixes = [] } }) => fixes);
    const isClear = changes.every((fixes) => fixes.length === 1);
    const edits = changes.flat().flatMap((fix) => fix.edits);
    const all = { title: `Change all ${edits.length} words`, edits };
    return { ...(help === undefined ? {} : { help }), related, fixes: isClear ? [all] : [] };
  }

  #word(word: NameValue, pointer: string): Json {
    const { scope } = this;
    const { text } = word;
    const place = placeIn(scope, word.range);
    if (text === absentWord) {
      scope.reporter.report("misplaced-absent", place, { property: this.#property });
      return null;
    }
    const words = this.#words;
    if (words.scripts && !valueWords.some((name) => name === text.toLowerCase())) return this.#script(text, place);
    this.#misplaced.push({ word, extras: adviseOnWord(word, pointer, words, scope) });
    return text;
  }

  #script(text: string, place: Place): Json {
    const { scripts, uses, reporter } = this.scope;
    const script = scripts.get(text);
    if (script !== undefined) {
      this.#words.onScript?.(text);
      uses.scripts.use(text);
      return script.id;
    }
    const [, name = text] = /^scripts?\.(.+)$/.exec(text) ?? [];
    const near = scripts.has(name) ? name : reporter.nearest(name, scripts.keys());
    uses.scripts.unknown({
      name: text,
      place,
      near,
      nearPlace: near === undefined ? undefined : scripts.get(near)?.place,
      report: (extras) => reporter.report("unknown-script", place, { name: text }, extras),
    });
    return text;
  }
}

class CompositeBinder extends ScalarBinder {
  readonly inner = new Map<string, Place>();

  /** Recursion is safe: the parser cuts values that are nested too deeply. */
  override bind(value: Value, pointer: string): Json {
    if (value.kind !== "list" && value.kind !== "object") return super.bind(value, pointer);
    return value.kind === "list" ? this.#list(value, pointer) : this.#object(value, pointer);
  }

  #list(list: ListValue, pointer: string): Json {
    return list.items.map((item, index) => {
      const at = `${pointer}/${index}`;
      this.inner.set(at, placeOfValue(item, this.scope));
      return this.bind(item, at);
    });
  }

  #object(object: ObjectValue, pointer: string): Json {
    const result = {};
    for (const entry of object.entries) {
      const key = entry.key.text;
      if (Object.hasOwn(result, key)) {
        const given = object.entries.map((each) => each.key.text);
        const extras = helpOnDuplicate(key, given, this.scope);
        const place = placeIn(this.scope, entry.key.range);
        this.scope.reporter.report("duplicate-property", place, { property: key }, extras);
        continue;
      }
      if (entry.value === undefined) continue;
      const at = childPointer(pointer, key);
      this.inner.set(at, placeOfValue(entry.value, this.scope));
      setOwn(result, key, this.bind(entry.value, at));
    }
    return result;
  }
}

/** A string that is only one parameter has the value of the parameter, of any kind. Any other string is a text. */
function bindString({ parts }: StringValue, scope: FileScope, placeholders: readonly string[] = []): Json {
  if (parts.length === 1) {
    const only = parts[0] as StringPart;
    if (typeof only === "string") return only;
    const value = resolveParameter(only, scope, placeholders);
    return value === undefined ? literal(only) : value;
  }
  let text = "";
  for (const part of parts) text += partText(part, scope, placeholders);
  return text;
}

/** A string where only a text is possible: a title, an id, a path. */
export function bindText(value: StringValue, scope: FileScope): string {
  const bound = bindString(value, scope);
  return typeof bound === "string" ? bound : value.parts.map((part) => partText(part, scope)).join("");
}

/** The same where what is wrong with the text is reported elsewhere. */
export function textWithParameters({ parts }: StringValue, { parameters }: FileScope): string {
  return parts
    .map((part) => (typeof part === "string" ? part : String(parameters.get(part.param)?.value ?? literal(part))))
    .join("");
}

function partText(part: StringPart, scope: FileScope, placeholders: readonly string[] = []): string {
  return typeof part === "string" ? part : parameterText(part, scope, placeholders);
}

type ParameterPart = Exclude<StringPart, string>;

function parameterText(part: ParameterPart, scope: FileScope, placeholders: readonly string[]): string {
  const value = resolveParameter(part, scope, placeholders);
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

/**
 * The value of a parameter; `undefined` after a diagnostic here or at its declaration. `placeholders` are the names that the platform
 * replaces in the text.
 */
function resolveParameter(part: ParameterPart, scope: FileScope, placeholders: readonly string[]): Json | undefined {
  const parameter = scope.parameters.get(part.param);
  if (parameter === undefined) {
    const place = placeIn(scope, part.range);
    const later = scope.laterParameters.get(part.param);
    if (later !== undefined) {
      reportLaterParameter(part.param, place, later, scope);
      return undefined;
    }
    const near = scope.reporter.nearest(part.param, scope.parameters.keys());
    const begun = near === undefined ? nameBegunLike(part.param, scope.parameters.keys()) : undefined;
    const replaced = adviseOnPlaceholder(part, placeholders);
    scope.uses.parameters.unknown({
      name: part.param,
      place,
      near,
      nearPlace: near === undefined ? undefined : scope.parameters.get(near)?.place,
      fixesTo: (name) => [{ title: `Write \${${name}}`, edits: [{ range: part.range, text: `\${${name}}` }] }],
      report: (extras) =>
        scope.reporter.report(
          "unknown-param",
          place,
          { name: part.param },
          {
            ...extras,
            ...(begun === undefined ? {} : { help: `Did you mean \`${begun}\`?` }),
            ...(near === undefined ? { ...adviseOnState(part.param, scope), ...replaced } : {}),
          },
        ),
    });
    return undefined;
  }
  scope.uses.parameters.use(part.param);
  // Its declaration is reported, and not what comes of it.
  if (parameter.value === undefined) scope.reporter.postpone();
  return parameter.value;
}

/** A placeholder of the platform in the marks of a parameter: `${OTP}` for `{{OTP}}`, `${esv-mail-host}` for `&{esv.mail.host}`. */
function adviseOnPlaceholder({ param, range }: ParameterPart, placeholders: readonly string[]): DiagnosticExtras {
  const [, variable] = /^esv[_-](\w[\w-]*)$/i.exec(param) ?? [];
  if (variable !== undefined) {
    const text = `&{esv.${variable.toLowerCase().replaceAll(/[_-]/g, ".")}}`;
    return { help: `Write \`${text}\`.`, fixes: [{ title: `Write ${text}`, edits: [{ range, text }] }] };
  }
  const meant = placeholderMeantBy(param, placeholders);
  if (meant === undefined) return {};
  const text = `{{${meant}}}`;
  const help = `Write \`${text}\`: the platform puts the value there.`;
  const isSame = lettersOf(meant) === lettersOf(param);
  return { help, ...(isSame ? { fixes: [{ title: `Write ${text}`, edits: [{ range, text }] }] } : {}) };
}

/** `${station}` for what a node keeps in node state under this name. */
function adviseOnState(name: string, { source }: FileScope): DiagnosticExtras {
  if (!source.text.includes(JSON.stringify(name))) return {};
  const help = `A parameter is declared with \`param\`. Of node state, \`\${${name}}\` reads nothing: scripts do, and settings that name a key.`;
  return { help };
}

/** `param url = "https://${host}"` above `param host`. */
function reportLaterParameter(name: string, place: Place, later: Place, scope: FileScope): void {
  const { source } = scope;
  const { line } = source.positionAt(place.range.start);
  const isItself = /^\s*param\s/.test(source.lineText(line)) && source.positionAt(later.range.start).line === line;
  const help = isItself
    ? "A parameter cannot have its own value as its default."
    : `\`${name}\` is declared below: move its \`param\` up, above this line.`;
  const related = isItself ? [] : [{ place: later, message: `\`${name}\` is declared here` }];
  scope.uses.parameters.use(name);
  scope.reporter.report("unknown-param", place, { name, isLater: true }, { help, related });
}

function literal(part: ParameterPart): string {
  return `\${${part.param}}`;
}
