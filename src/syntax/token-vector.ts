import type { IToken, TokenType } from "chevrotain";
import { grammarTokens } from "./tokens.js";

const numbersPerToken = 3;
const tab = 9;
const lineFeed = 10;
const byteOrderMark = 0xfeff;

/**
 * The tokens of a text. Each is three numbers: its type, where it starts, where it ends. As objects they would be what
 * parsing keeps most of, and the garbage collector would move each of them twice.
 */
export class TokenVector {
  readonly text: string;
  length = 0;
  #numbers: Uint32Array;

  constructor(text: string) {
    this.text = text;
    // Texts of usual density fit.
    this.#numbers = new Uint32Array(numbersPerToken * ((text.length >> 3) + 8));
  }

  push(type: number, start: number, end: number): void {
    const at = numbersPerToken * this.length;
    if (at === this.#numbers.length) this.#grow();
    this.#numbers[at] = type;
    this.#numbers[at + 1] = start;
    this.#numbers[at + 2] = end;
    this.length++;
  }

  /** Takes over a token from another vector, as one of `type`. */
  copy(from: TokenVector, index: number, type: number): void {
    this.push(type, from.startAt(index), from.endAt(index));
  }

  /** Lets the last token end later. */
  extendLast(end: number): void {
    this.#numbers[numbersPerToken * (this.length - 1) + 2] = end;
  }

  /** Takes back the tokens from `length` on. */
  truncate(length: number): void {
    this.length = length;
  }

  /** Puts another type, without text, in the place of a token. */
  makeVirtual(index: number, type: number): void {
    this.#numbers[numbersPerToken * index] = type;
    this.#numbers[numbersPerToken * index + 2] = this.startAt(index);
  }

  #grow(): void {
    const numbers = new Uint32Array(2 * this.#numbers.length);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }

  /** The index of the type; -1 where there is no token. */
  typeAt(index: number): number {
    return index >= 0 && index < this.length ? (this.#numbers[numbersPerToken * index] as number) : -1;
  }

  startAt(index: number): number {
    return this.#numbers[numbersPerToken * index + 1] as number;
  }

  endAt(index: number): number {
    return this.#numbers[numbersPerToken * index + 2] as number;
  }

  /** Empty where there is no token. */
  imageAt(index: number): string {
    return index < this.length ? this.text.slice(this.startAt(index), this.endAt(index)) : "";
  }

  /** A token as the grammar takes it. */
  tokenAt(index: number): IToken | undefined {
    if (index >= this.length) return undefined;
    const numbers = this.#numbers;
    const at = numbersPerToken * index;
    const tokenTypeIdx = numbers[at] as number;
    const startOffset = numbers[at + 1] as number;
    const image = this.text.slice(startOffset, numbers[at + 2]);
    return { image, startOffset, tokenTypeIdx, tokenType: typeByIndex[tokenTypeIdx] as TokenType };
  }

  /** For each token 1 when it is the first on its line, else 0; with one more 1 for the end of the text. */
  findFirstOnLine(): Uint8Array {
    const flags = new Uint8Array(this.length + 1);
    flags[this.length] = 1;
    let end = 0;
    for (let index = 0; index < this.length; index++) {
      const start = this.startAt(index);
      if (index === 0) flags[0] = 1;
      for (let at = end; at < start; at++) {
        if (this.text.charCodeAt(at) === lineFeed) {
          flags[index] = 1;
          break;
        }
      }
      end = this.endAt(index);
    }
    return flags;
  }
}

/** The number by which Chevrotain compares token types; every type has one from its creation on. */
export function typeIndex(type: TokenType): number {
  return type.tokenTypeIdx ?? -1;
}

const typeByIndex: TokenType[] = [];
for (const type of grammarTokens) typeByIndex[typeIndex(type)] = type;

/** The offset after a token. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

/** The text of a keyword. */
export function keywordText(type: TokenType): string {
  return type.LABEL ?? type.name;
}

/** The columns before the first token of its line. A tab counts as one step of two, a byte order mark as none. */
export function indentationOf(text: string, start: number): number {
  let width = 0;
  for (let at = text.lastIndexOf("\n", start - 1) + 1; at < start; at++) {
    const code = text.charCodeAt(at);
    if (code !== byteOrderMark) width += code === tab ? 2 : 1;
  }
  return width;
}
