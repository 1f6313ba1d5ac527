/** A token of a script, with the detail that the analysis of state needs. Comments and blanks are left out. */
export interface ScriptToken {
  readonly kind: "name" | "text" | "template" | "number" | "pattern" | "sign";
  /** A string's content without quotes; any other token as written. */
  readonly text: string;
  readonly start: number;
}

/**
 * Splits JavaScript into tokens. It recognises comments, strings, templates and regular expressions, so that a quote or
 * slash inside one of them is not misread. It never fails: anything left open ends with the text.
 */
export function scriptTokens(body: string): readonly ScriptToken[] {
  return new ScriptScanner(body).run();
}

/** Names after which a slash begins a regular expression. */
const beforePattern: ReadonlySet<string> = new Set([
  "return",
  "typeof",
  "case",
  "in",
  "of",
  "delete",
  "void",
  "throw",
  "new",
  "else",
]);

class ScriptScanner {
  readonly #body: string;
  readonly #tokens: ScriptToken[] = [];
  /** For each open template, the number of open braces in its `${…}`. */
  readonly #templates: number[] = [];
  #at = 0;
  // Not created once for all scripts: loading Unicode's tables takes time, and most runs see no script.
  readonly #nameStart = /[\p{ID_Start}$_]/u;
  readonly #name = /[\p{ID_Continue}$\u200c\u200d]+/uy;
  readonly #number = /[\d][\w.]*/y;

  constructor(body: string) {
    this.#body = body;
  }

  run(): readonly ScriptToken[] {
    while (this.#at < this.#body.length) this.#next();
    return this.#tokens;
  }

  #next(): void {
    const body = this.#body;
    const char = body.charAt(this.#at);
    if (char <= " " || char === "\u00a0" || char === "\ufeff") this.#at++;
    else if (body.startsWith("//", this.#at)) this.#at = indexAfter(body, "\n", this.#at);
    else if (body.startsWith("/*", this.#at)) this.#at = indexAfter(body, "*/", this.#at + 2);
    else if (char === '"' || char === "'") this.#quoted(char);
    else if (char === "`") this.#template(this.#at + 1);
    else if (char >= "0" && char <= "9") this.#matched("number", this.#number);
    else if (this.#nameStart.test(char)) this.#matched("name", this.#name);
    else if (char === "/" && this.#beginsPattern()) this.#pattern();
    else this.#sign(char);
  }

  #matched(kind: "name" | "number", pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#body)?.[0] ?? this.#body.charAt(this.#at);
    this.#push(kind, text, this.#at + text.length);
  }

  #quoted(quote: string): void {
    let at = this.#at + 1;
    while (at < this.#body.length && this.#body.charAt(at) !== quote && this.#body.charAt(at) !== "\n") {
      at += this.#body.charAt(at) === "\\" ? 2 : 1;
    }
    this.#push("text", this.#body.slice(this.#at + 1, at), at + 1);
  }

  /** Reads a template up to its end or its next `${`. */
  #template(from: number): void {
    let at = from;
    const body = this.#body;
    while (at < body.length && body.charAt(at) !== "`" && !body.startsWith("${", at))
      at += body.charAt(at) === "\\" ? 2 : 1;
    const isOpen = body.startsWith("${", at);
    if (isOpen) this.#templates.push(0);
    this.#push("template", body.slice(from, at), at + (isOpen ? 2 : 1));
  }

  #sign(char: string): void {
    const open = this.#templates.length - 1;
    const depth = this.#templates[open];
    if (depth !== undefined && char === "{") this.#templates[open] = depth + 1;
    if (depth !== undefined && char === "}") {
      if (depth === 0) {
        this.#templates.pop();
        this.#template(this.#at + 1);
        return;
      }
      this.#templates[open] = depth - 1;
    }
    this.#push("sign", char, this.#at + 1);
  }

  #beginsPattern(): boolean {
    const last = this.#tokens.at(-1);
    if (last === undefined) return true;
    if (last.kind === "name") return beforePattern.has(last.text);
    return last.kind === "sign" && last.text !== ")" && last.text !== "]" && last.text !== "}";
  }

  #pattern(): void {
    let at = this.#at + 1;
    let inClass = false;
    for (; at < this.#body.length && this.#body.charAt(at) !== "\n"; at++) {
      const char = this.#body.charAt(at);
      if (char === "\\") at++;
      else if (char === "[") inClass = true;
      else if (char === "]") inClass = false;
      else if (char === "/" && !inClass) break;
    }
    this.#push("pattern", this.#body.slice(this.#at, at + 1), at + 1);
  }

  #push(kind: ScriptToken["kind"], text: string, end: number): void {
    this.#tokens.push({ kind, text, start: this.#at });
    this.#at = end;
  }
}

function indexAfter(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? text.length : at + end.length;
}
