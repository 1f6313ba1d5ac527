/** A text that other languages compute where this one writes it. */
export interface ComputedText {
  /** The text as it is written here, without its quotes. */
  readonly text: string;
  /** The parameters in it. */
  readonly names: readonly string[];
}

/** Part of a text: the name of a parameter, or what stands for itself. */
type Part = { readonly name: string } | { readonly text: string };

/**
 * Reads a value that calls `concat`, `format` or `join`, fills in `%s` and `{}`, or mixes `${home}` with bare text and with texts in quotes:
 * `"%s/start" % home`, `home.concat("/start")`, `${home}/start`. Answers `undefined` for what is none, or plain texts joined by signs.
 */
export function computedText(value: string): ComputedText | undefined {
  const reader = new Reader(value.trim().replace(/,$/, ""));
  const parts = reader.whole();
  if (parts === undefined || !reader.isComputed) return undefined;
  const names = [...new Set(parts.flatMap((part) => ("name" in part ? [part.name] : [])))];
  const text = parts.map((part) => ("name" in part ? `\${${part.name}}` : part.text)).join("");
  return { text, names };
}

const sign = /\s*(?:\+|\.\.|&|~|\|\||<>)\s*/y;
const quoted = /"((?:[^"\\\r\n]|\\.)*)"/y;
const singleQuoted = /'((?:[^'\\\r\n]|\\.)*)'/y;
const template = /`([^`\r\n]*)`/y;
const formatted = /[f$]@?(?:"((?:[^"\\\r\n]|\\.)*)"|'((?:[^'\\\r\n]|\\.)*)')/y;
const reference = /\$\{\s*(?:(?:params?|vars?|local|self|this)\.)?([A-Za-z_]\w*)\s*\}/y;
const called = /(?:(?:strings?|fmt|text)\.)?(concat|format|sprintf|join|str)\(\s*/iy;
const method = /\.(concat|format)\(\s*/y;
const filled = /\s*%\s*/y;
const name = /(?:(?:params?|vars?|local|self|this)\.)?([A-Za-z_]\w*)(?![\w(:"'`]|\.(?!concat\(|format\())/y;
const ofOwner = /(?:params?|vars?|local|self|this)\./y;
const bare = /[^\s"'`,()[\]{}+&|%$]+/y;
const separator = /\s*,\s*/y;
const closing = /\s*,?\s*\)/y;

class Reader {
  readonly #value: string;
  #at = 0;
  /** Whether a name stands in the marks of another language: `${home}`. */
  #isMarked = false;
  /** Whether anything in it is more than texts and names with signs between them. */
  isComputed = false;

  constructor(value: string) {
    this.#value = value;
  }

  whole(): readonly Part[] | undefined {
    const parts = this.#sum();
    return parts !== undefined && this.#at === this.#value.length ? parts : undefined;
  }

  #sum(): readonly Part[] | undefined {
    const parts: Part[] = [];
    let isBare = false;
    for (;;) {
      const next = this.#operand(isBare);
      if (next === undefined) return undefined;
      parts.push(...next);
      isBare = this.#take(sign) === undefined;
      if (!isBare) this.isComputed ||= this.#isMarked;
      else if (!this.#isNextTo()) return parts;
    }
  }

  /** Whether another text follows without a sign: `"https://" ${home}`, `${home}/start`. */
  #isNextTo(): boolean {
    const rest = this.#value.slice(this.#at);
    if (!/^ *(?:\$\{|["'`])/.test(rest) && !(this.#isMarked && /^[^\s"'`,()[\]{}+&|%$]/.test(rest))) return false;
    this.#at += /^ */.exec(rest)?.[0].length ?? 0;
    this.isComputed = true;
    return true;
  }

  #operand(isBare: boolean): readonly Part[] | undefined {
    let parts = this.#simple(isBare);
    while (parts !== undefined) {
      const [, word] = this.#take(method) ?? [];
      const isFilled = word === undefined && this.#take(filled) !== undefined;
      if (word === undefined && !isFilled) return parts;
      const given: readonly (readonly Part[])[] | undefined = isFilled ? this.#filling() : this.#arguments();
      if (given === undefined) return undefined;
      this.isComputed = true;
      parts = word === "concat" ? [...parts, ...given.flat()] : fill(parts, given);
    }
    return parts;
  }

  #simple(isBare: boolean): readonly Part[] | undefined {
    const call = this.#take(called);
    if (call !== undefined) return this.#call(call[1]?.toLowerCase() ?? "");
    const marked = this.#take(formatted);
    if (marked !== undefined) {
      const parts = splitAt(escaped(marked[1] ?? marked[2] ?? ""), /\$?\{\s*([A-Za-z_]\w*)\s*\}/g);
      this.isComputed ||= parts.some((part) => "name" in part);
      return parts;
    }
    const text = this.#take(quoted) ?? this.#take(singleQuoted);
    if (text !== undefined) return splitAt(escaped(text[1] ?? ""), /\$\{(\w+)\}/g);
    const [, inside] = this.#take(template) ?? [];
    if (inside !== undefined) {
      this.#isMarked = true;
      return splitAt(escaped(inside), /\$\{\s*(?:(?:params?|vars?)\.)?([A-Za-z_]\w*)\s*\}/g);
    }
    const [, referred] = this.#take(reference) ?? [];
    if (referred !== undefined) {
      this.#isMarked = true;
      return [{ name: referred }];
    }
    this.isComputed ||= this.#sees(ofOwner);
    const [word, named] = this.#take(isBare ? bare : name) ?? [];
    if (word === undefined) return undefined;
    return named === undefined ? [{ text: word }] : [{ name: named }];
  }

  #call(word: string): readonly Part[] | undefined {
    const given = this.#arguments();
    if (given === undefined || given.length === 0) return undefined;
    this.isComputed = true;
    const [first = [], ...others] = given;
    if (word === "join") return others.flatMap((each, index) => (index === 0 ? each : [...first, ...each]));
    return word === "concat" || word === "str" ? given.flat() : fill(first, others);
  }

  #filling(): readonly (readonly Part[])[] | undefined {
    if (this.#take(/\(\s*/y) !== undefined) return this.#arguments();
    const only = this.#simple(false);
    return only && [only];
  }

  #arguments(): readonly (readonly Part[])[] | undefined {
    const given: (readonly Part[])[] = [];
    while (this.#take(closing) === undefined) {
      if (given.length > 0 && this.#take(separator) === undefined) return undefined;
      const next = this.#sum();
      if (next === undefined) return undefined;
      given.push(next);
    }
    return given;
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#value);
    if (found === null) return undefined;
    this.#at += found[0].length;
    return found;
  }

  #sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#value);
  }
}

function escaped(text: string): string {
  return text.replaceAll(/\\'/g, "'").replaceAll(/(?<!\\)((?:\\\\)*)"/g, '$1\\"');
}

/** The text with the names that a pattern finds in it. */
function splitAt(text: string, pattern: RegExp): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: whole, 1: found = "", index } of text.matchAll(pattern)) {
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ name: found });
    end = index + whole.length;
  }
  return end === text.length ? parts : [...parts, { text: text.slice(end) }];
}

/** Puts what is given into the places of a text: `%s`, `{}` and `{0}`. */
function fill(parts: readonly Part[], given: readonly (readonly Part[])[]): readonly Part[] {
  let next = 0;
  return parts.flatMap((part) => {
    if ("name" in part) return [part];
    const found: Part[] = [];
    let end = 0;
    for (const { 0: whole, 1: digit, index } of part.text.matchAll(/%[sdv]|\{(\d?)\}/g)) {
      const value = given[digit ? Number(digit) : next++];
      if (value === undefined) continue;
      found.push({ text: part.text.slice(end, index) }, ...value);
      end = index + whole.length;
    }
    return [...found, { text: part.text.slice(end) }];
  });
}
