import { tables } from "./tables.js";
import { type IToken, notApplicable, type TokenPattern, type TokenType } from "./token-types.js";

export interface ILexingResult {
  readonly tokens: IToken[];
  readonly groups: Readonly<Record<string, IToken[]>>;
}

interface LexerConfiguration {
  readonly positionTracking: "onlyOffset";
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

/** Cuts a text into tokens: of the types for a character, the first that matches wins. Every character has one. */
export class Lexer {
  static readonly NA = notApplicable;
  static readonly SKIPPED = skipped;

  /** By their index. */
  readonly #types: TokenType[] = [];

  constructor(types: readonly TokenType[], _configuration: LexerConfiguration) {
    for (const type of types) this.#types[type.tokenTypeIdx] = type;
  }

  tokenize(text: string): ILexingResult {
    const tokens: IToken[] = [];
    const groups: Record<string, IToken[]> = {};
    const { length } = text;
    for (let offset = 0; offset < length; ) {
      const code = text.charCodeAt(offset);
      // The pattern for white space would do, but this is most of a text.
      if (code === space || code === lineFeed || code === carriageReturn || code === tab) {
        offset++;
        continue;
      }
      const token = this.#match(text, offset, code);
      const group = token.tokenType.GROUP;
      if (group === undefined) tokens.push(token);
      else if (group !== skipped) {
        groups[group] ??= [];
        groups[group].push(token);
      }
      offset += token.image.length;
    }
    return { tokens, groups };
  }

  #match(text: string, offset: number, code: number): IToken {
    const candidates = tables.candidates[Math.min(code, beyondAscii)] ?? [];
    for (let number = 0; number < candidates.length; number++) {
      const type = this.#types[candidates[number] as number] as TokenType;
      const image = matchPattern(type.PATTERN, text, offset);
      if (image !== null) return { image, startOffset: offset, tokenTypeIdx: type.tokenTypeIdx, tokenType: type };
    }
    throw new Error(`no token begins with the character ${code}`);
  }
}

function matchPattern(pattern: TokenPattern, text: string, offset: number): string | null {
  if (typeof pattern === "string") return text.startsWith(pattern, offset) ? pattern : null;
  if (typeof pattern === "function") {
    const match = pattern(text, offset);
    return match === null ? null : match[0];
  }
  pattern.lastIndex = offset;
  return pattern.test(text) ? text.slice(offset, pattern.lastIndex) : null;
}
