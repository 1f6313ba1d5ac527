/**
 * Rewrites `text.length()` to `text.Length()`. In Java, and therefore in scripts of the legacy engine, the length of a
 * text is a method; in QuickJS it is a number that cannot be changed. Strings, comments and regular expressions are
 * left alone, and positions stay because both names have the same length.
 */
export function rewriteJavaLength(body: string): string {
  if (!body.includes(".length")) return body;
  let text = "";
  let at = 0;
  for (const start of new CodeScanner(body).lengthCalls()) {
    text += `${body.slice(at, start)}.L`;
    at = start + 2;
  }
  return text + body.slice(at);
}

/** Characters behind which no value has ended, so that a slash begins a regular expression. */
const beforeExpression = new Set("=(,:;!&|?{}[+\n");

/**
 * Goes through a script once, past its strings, comments and regular expressions. No regular expression does this: one that looks for the end
 * of each string looks through the rest of the text again for each that has none.
 */
class CodeScanner {
  readonly #text: string;
  #at = 0;
  /** The last character that is no space, or a line end since then. */
  #previous = "\n";
  /** Up to here, no slash begins a regular expression: one was tried that does not end in its line. */
  #withoutExpressions = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where calls of `.length()` begin. */
  *lengthCalls(): Generator<number> {
    for (; this.#at < this.#text.length; this.#at = this.#endOfNext()) if (this.#isLengthCall()) yield this.#at;
  }

  #endOfNext(): number {
    const character = this.#text.charAt(this.#at);
    const second = this.#text.charAt(this.#at + 1);
    if (character === "/" && second === "/") return this.#endOfLine();
    if (character === "/" && second === "*") return this.#endOfComment();
    const end = this.#endOfLiteral(character);
    if (character === "\n" || character.trim() !== "") this.#previous = character;
    return end ?? this.#at + 1;
  }

  #endOfLiteral(character: string): number | undefined {
    if (character === "/") return this.#endOfExpression();
    return character === '"' || character === "'" || character === "`" ? this.#endOfString(character) : undefined;
  }

  #isLengthCall(): boolean {
    if (!this.#text.startsWith(".length", this.#at)) return false;
    const open = this.#behindSpace(this.#at + ".length".length);
    return this.#text[open] === "(" && this.#text[this.#behindSpace(open + 1)] === ")";
  }

  #endOfString(quote: string): number {
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const character = this.#text[at];
      if (character === "\\") at++;
      else if (character === quote) return at + 1;
      else if (character === "\n" && quote !== "`") return at;
    }
    return this.#text.length;
  }

  #endOfExpression(): number | undefined {
    if (this.#at < this.#withoutExpressions || !beforeExpression.has(this.#previous)) return undefined;
    let isClass = false;
    let at = this.#at + 1;
    for (; at < this.#text.length && this.#text[at] !== "\n"; at++) {
      const character = this.#text[at];
      if (character === "\\") at++;
      else if (character === "[") isClass = true;
      else if (character === "]") isClass = false;
      else if (character === "/" && !isClass) return at + 1;
    }
    this.#withoutExpressions = at;
    return undefined;
  }

  #endOfLine(): number {
    const end = this.#text.indexOf("\n", this.#at);
    return end === -1 ? this.#text.length : end;
  }

  #endOfComment(): number {
    const end = this.#text.indexOf("*/", this.#at + 2);
    return end === -1 ? this.#text.length : end + 2;
  }

  #behindSpace(from: number): number {
    let at = from;
    while (at < this.#text.length && this.#text.charAt(at).trim() === "") at++;
    return at;
  }
}
