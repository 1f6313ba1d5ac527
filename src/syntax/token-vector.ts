import type { IToken, TokenType } from "chevrotain";

/** The offset after a token. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

/** The number by which Chevrotain compares token types; every type has one from its creation on. */
export function typeIndex(type: TokenType): number {
  return type.tokenTypeIdx ?? -1;
}

/** The text of a keyword. */
export function keywordText(type: TokenType): string {
  return type.LABEL ?? type.name;
}

/** Makes a token one of another type. */
export function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = typeIndex(type);
}

/** A token without text, for something that the author left out. */
export function virtualToken(type: TokenType, offset: number): IToken {
  return { image: "", startOffset: offset, tokenTypeIdx: typeIndex(type), tokenType: type };
}

/** For each token 1 when it is the first on its line, else 0; with one more 1 for the end of the text. */
export function findFirstOnLine(text: string, tokens: readonly IToken[]): Uint8Array {
  const flags = new Uint8Array(tokens.length + 1);
  flags[tokens.length] = 1;
  let end = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as IToken;
    const start = token.startOffset;
    if (index === 0) flags[0] = 1;
    for (let at = end; at < start; at++) {
      if (text.charCodeAt(at) === 10) {
        flags[index] = 1;
        break;
      }
    }
    end = start + token.image.length;
  }
  return flags;
}

/** The columns before the first token of its line. A tab counts as one step of two. */
export function indentationOf(text: string, token: IToken): number {
  let width = 0;
  for (let at = text.lastIndexOf("\n", token.startOffset - 1) + 1; at < token.startOffset; at++) {
    width += text.charCodeAt(at) === 9 ? 2 : 1;
  }
  return width;
}
