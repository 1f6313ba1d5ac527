import { tables } from "./tables.js";

export interface TokenType {
  readonly name: string;
  readonly tokenTypeIdx: number;
  readonly LABEL: string | undefined;
  readonly PATTERN: TokenPattern;
  readonly GROUP: string | undefined;
  /** The indexes of the types that have this one as a category. */
  readonly categoryMatches: number[];
}

/** A text, a sticky regular expression, or a function that answers the matched text alone in an array. */
export type TokenPattern = string | RegExp | ((text: string, offset: number) => [string] | null);

export interface IToken {
  readonly image: string;
  readonly startOffset: number;
  tokenTypeIdx: number;
  tokenType: TokenType;
}

interface TokenConfiguration {
  readonly name: string;
  readonly pattern: TokenPattern;
  readonly label?: string;
  readonly group?: string;
  readonly categories?: readonly TokenType[];
  // What only Chevrotain wants to know.
  readonly line_breaks?: boolean;
  readonly start_chars_hint?: readonly (string | number)[];
}

export function createToken({ name, pattern, label, group, categories }: TokenConfiguration): TokenType {
  const index = tables.tokenTypes.indexOf(name);
  if (categories !== undefined) for (const category of categories) category.categoryMatches.push(index);
  return { name, tokenTypeIdx: index, LABEL: label, PATTERN: pattern, GROUP: group, categoryMatches: [] };
}

/** The pattern of types that no lexer makes. */
export const notApplicable = /NOT_APPLICABLE/;

export const EOF = createToken({ name: "EOF", pattern: notApplicable });
