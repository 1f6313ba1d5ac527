/** Why a text is not JSON, and where. `problem` fits behind a colon: no capital, no full stop. */
export interface JsonProblem {
  readonly problem: string;
  readonly offset: number;
}

/** What the scanner meets, in the order of the text. All offsets are UTF-16, ends exclusive. */
export interface JsonEvents {
  /** A member's name, with its quotes. */
  key?(start: number, end: number): void;
  /** A value begins: an object, a list, or a plain value. */
  begin?(start: number, kind: "object" | "list" | "plain"): void;
  end?(end: number): void;
}

enum Inside {
  Object = 0,
  List = 1,
}

const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const wordPattern = /[A-Za-z_$][\w$]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in a string.
const plainPattern = /[^"\\\u0000-\u001f]+/y;
const escapePattern = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Walks over a JSON text (RFC 8259) once, without recursion, and tells what it meets. Ends with the first thing that is
 * not JSON, or `undefined`.
 */
export function scanJson(text: string, events: JsonEvents = {}): JsonProblem | undefined {
  return new Scan(text, events).run();
}

class Scan {
  readonly #text: string;
  readonly #events: JsonEvents;
  readonly #open: Inside[] = [];
  #at: number;
  #problem: JsonProblem | undefined;

  constructor(text: string, events: JsonEvents) {
    this.#text = text;
    this.#events = events;
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  run(): JsonProblem | undefined {
    this.#skipBlanks();
    if (this.#at >= this.#text.length) return { problem: "the text is empty", offset: this.#at };
    let complete = this.#value();
    while (!this.#problem && this.#open.length > 0) complete = complete ? this.#afterValue() : this.#value();
    if (this.#problem) return this.#problem;
    this.#skipBlanks();
    return this.#at < this.#text.length ? this.#fail("expected the end of the text") : undefined;
  }

  /** Reads a plain value or opens a container up to its first value; true when a value is complete. */
  #value(): boolean {
    this.#skipBlanks();
    const char = this.#text[this.#at];
    if (char === "{") return this.#openObject();
    if (char === "[") return this.#openList();
    this.#events.begin?.(this.#at, "plain");
    if (char === '"') this.#string();
    else if (char === "-" || (char !== undefined && char >= "0" && char <= "9")) this.#number();
    else this.#word();
    if (!this.#problem) this.#events.end?.(this.#at);
    return true;
  }

  #openObject(): boolean {
    this.#events.begin?.(this.#at, "object");
    this.#at++;
    this.#open.push(Inside.Object);
    this.#skipBlanks();
    if (this.#text[this.#at] === "}") return this.#close();
    this.#key("expected a name in double quotes, or `}`");
    return false;
  }

  #openList(): boolean {
    this.#events.begin?.(this.#at, "list");
    this.#at++;
    this.#open.push(Inside.List);
    this.#skipBlanks();
    return this.#text[this.#at] === "]" ? this.#close() : false;
  }

  #close(): boolean {
    this.#open.pop();
    this.#at++;
    this.#events.end?.(this.#at);
    return true;
  }

  /** Behind a complete value: the end of its container, or a comma; true when the container is complete too. */
  #afterValue(): boolean {
    this.#skipBlanks();
    const inObject = this.#open[this.#open.length - 1] === Inside.Object;
    const closing = inObject ? "}" : "]";
    const char = this.#text[this.#at];
    if (char === closing) return this.#close();
    if (char !== ",") {
      this.#fail(`expected \`,\` or \`${closing}\``);
      return false;
    }
    const comma = this.#at++;
    this.#skipBlanks();
    if (this.#text[this.#at] === closing) {
      this.#problem = { problem: `a comma must not stand before \`${closing}\``, offset: comma };
    } else if (inObject) this.#key("expected a name in double quotes");
    return false;
  }

  #key(expectation: string): void {
    const start = this.#at;
    if (this.#text[start] !== '"') {
      this.#fail(expectation);
      return;
    }
    this.#string();
    if (this.#problem) return;
    this.#events.key?.(start, this.#at);
    this.#skipBlanks();
    if (this.#text[this.#at] === ":") this.#at++;
    else this.#fail("expected `:`");
  }

  #string(): void {
    const start = this.#at++;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x22) break;
      if (Number.isNaN(code)) {
        this.#problem = { problem: "this string has no closing quote", offset: start };
        return;
      }
      if (code < 0x20) {
        this.#fail("a line break or control character must not stand in a string");
        return;
      }
      if (code !== 0x5c) this.#match(plainPattern);
      else if (!this.#match(escapePattern)) {
        this.#fail("unknown escape in a string");
        return;
      }
    }
    this.#at++;
  }

  #number(): void {
    if (!this.#match(numberPattern)) this.#fail("expected digits");
  }

  #word(): void {
    const start = this.#at;
    if (this.#match(wordPattern)) {
      const word = this.#text.slice(start, this.#at);
      if (word === "true" || word === "false" || word === "null") return;
      this.#at = start;
    }
    this.#fail("expected a value");
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #skipBlanks(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at++;
    }
  }

  #fail(expectation: string): JsonProblem {
    this.#problem = { problem: `${expectation}, found ${this.#found()}`, offset: this.#at };
    return this.#problem;
  }

  #found(): string {
    const point = this.#text.codePointAt(this.#at);
    if (point === undefined) return "the end of the text";
    if (point === 0x27) return "a single quote: strings need double quotes";
    if (point === 0x2f) return "`/`: JSON has no comments";
    if (point === 0x0a || point === 0x0d) return "the end of the line";
    const printable = point > 0x20 && !(point >= 0x7f && point < 0xa0) && !(point >= 0xd800 && point < 0xe000);
    return printable ? `\`${String.fromCodePoint(point)}\`` : `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  }
}
