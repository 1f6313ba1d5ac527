import { tables } from "./tables.js";
import { EOF, type IToken, notApplicable, type TokenType } from "./token-types.js";

export interface ILexingResult {
  /** Can be walked over once, and then the groups are there. A token is good until the next one. */
  readonly tokens: { forEach(take: (token: IToken) => void): void };
  readonly groups: Readonly<Record<string, IToken[]>>;
}

interface LexerConfiguration {
  readonly positionTracking: "full";
  // What only Chevrotain wants to know.
  readonly ensureOptimizations: true;
  readonly skipValidations: boolean;
}

const skipped = "SKIPPED";
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const beyondAscii = 128;

/**
 * Cuts a text into tokens: of the types for a character, the first that matches wins. Every character has one. There is
 * one token object for a whole text, which is changed from token to token.
 */
export class Lexer {
  static readonly NA = notApplicable;
  static readonly SKIPPED = skipped;

  /** By their index. */
  readonly #types: TokenType[] = [];

  constructor(types: readonly TokenType[], _configuration: LexerConfiguration) {
    for (const type of types) this.#types[type.tokenTypeIdx] = type;
  }

  tokenize(text: string): ILexingResult {
    const groups: Record<string, IToken[]> = {};
    return { tokens: { forEach: (take) => this.#walk(text, groups, take) }, groups };
  }

  #walk(text: string, groups: Record<string, IToken[]>, take: (token: IToken) => void): void {
    const token = new LexedToken(text);
    const { length } = text;
    for (let offset = 0; offset < length; ) {
      const code = text.charCodeAt(offset);
      // The pattern for white space would do, but this is most of a text.
      if (code === space || code === lineFeed || code === carriageReturn || code === tab) {
        offset++;
        continue;
      }
      this.#match(token, offset, code);
      const group = token.tokenType.GROUP;
      if (group === undefined) {
        take(token);
      } else if (group !== skipped) {
        groups[group] ??= [];
        groups[group].push(token.copy());
      }
      offset = token.endOffset + 1;
    }
  }

  #match(token: LexedToken, offset: number, code: number): void {
    const candidates = tables.candidates[Math.min(code, beyondAscii)] as readonly number[];
    for (let number = 0; number < candidates.length; number++) {
      const index = candidates[number] as number;
      const type = this.#types[index] as TokenType;
      const end = type.findEnd(token.text, offset);
      if (end === -1) continue;
      token.tokenType = type;
      token.tokenTypeIdx = index;
      token.startOffset = offset;
      token.endOffset = end - 1;
      return;
    }
    throw new Error(`no token begins with the character ${code}`);
  }
}

class LexedToken implements IToken {
  readonly text: string;
  startOffset = 0;
  endOffset = 0;
  tokenType = EOF;
  tokenTypeIdx = EOF.tokenTypeIdx;

  constructor(text: string) {
    this.text = text;
  }

  get image(): string {
    return this.text.slice(this.startOffset, this.endOffset + 1);
  }

  copy(): IToken {
    return Object.assign(new LexedToken(this.text), this);
  }
}
