import { tables } from "./tables.js";

export interface TokenType {
  readonly name: string;
  readonly tokenTypeIdx: number;
  readonly LABEL: string | undefined;
  readonly GROUP: string | undefined;
  readonly findEnd: FindEnd;
  /** The indexes of the types that have this one as a category. */
  readonly categoryMatches: number[];
}

/** Where a token of a type ends that begins at `offset`; -1 when none does. */
type FindEnd = (text: string, offset: number) => number;

export interface IToken {
  readonly image: string;
  readonly startOffset: number;
  /** Of its last character. */
  readonly endOffset?: number;
  readonly tokenTypeIdx: number;
  readonly tokenType: TokenType;
}

interface TokenConfiguration {
  readonly name: string;
  readonly pattern: string | RegExp | { readonly findEnd: FindEnd };
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
  const findEnd = endFinder(pattern);
  return { name, tokenTypeIdx: index, LABEL: label, GROUP: group, findEnd, categoryMatches: [] };
}

function endFinder(pattern: TokenConfiguration["pattern"]): FindEnd {
  if (typeof pattern === "string") {
    return (text, offset) => (text.startsWith(pattern, offset) ? offset + pattern.length : -1);
  }
  if ("findEnd" in pattern) return pattern.findEnd;
  return (text, offset) => {
    pattern.lastIndex = offset;
    return pattern.test(text) ? pattern.lastIndex : -1;
  };
}

/** The pattern of types that no lexer makes. */
export const notApplicable = /NOT_APPLICABLE/;

export const EOF = createToken({ name: "EOF", pattern: notApplicable });
