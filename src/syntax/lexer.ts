import { type ILexingResult, type IToken, Lexer } from "chevrotain";
import type { Comment } from "./ast.js";
import type { Problems } from "./problems.js";
import { endOf, retype } from "./token-vector.js";
import {
  BadCharacters,
  BadNumber,
  lexerTokens,
  NumberLiteral,
  StringLiteral,
  TextBlock,
  textBlocks,
  UnterminatedComment,
  UnterminatedString,
  UnterminatedTextBlock,
} from "./tokens.js";

export interface LexedText {
  /** Only tokens that the grammar knows: broken ones have been reported, and mended or dropped. */
  readonly tokens: readonly IToken[];
  readonly comments: readonly Comment[];
}

let lexer: Lexer | undefined;

/** Cuts a text into tokens and comments. Never fails. */
export function tokenize(text: string, problems: Problems): LexedText {
  lexer ??= new Lexer([...lexerTokens], {
    positionTracking: "onlyOffset",
    ensureOptimizations: true,
    skipValidations: true,
  });
  let result = run(lexer, text, false);
  if (result.tokens.some((token) => token.tokenType === UnterminatedTextBlock)) result = run(lexer, text, true);
  return { tokens: withoutBroken(result.tokens, problems), comments: (result.groups.comments ?? []).map(toComment) };
}

function run(lexer: Lexer, text: string, byIndentation: boolean): ILexingResult {
  textBlocks.reset(byIndentation);
  return lexer.tokenize(text);
}

function toComment(token: IToken): Comment {
  return {
    kind: token.image.charCodeAt(1) === 47 ? "line" : "block",
    text: token.image.replaceAll("\r\n", "\n"),
    range: { start: token.startOffset, end: endOf(token) },
  };
}

const brokenTypes = new Set([BadCharacters, BadNumber, UnterminatedComment, UnterminatedString, UnterminatedTextBlock]);

function withoutBroken(tokens: IToken[], problems: Problems): readonly IToken[] {
  if (!tokens.some((token) => brokenTypes.has(token.tokenType))) return tokens;
  return tokens.filter((token) => !brokenTypes.has(token.tokenType) || mend(token, problems));
}

/** Reports a broken token; true when it can be used as if it were whole. */
function mend(token: IToken, problems: Problems): boolean {
  const { image, startOffset: start } = token;
  const end = endOf(token);
  switch (token.tokenType) {
    case UnterminatedString:
      problems.report("unterminated-string", start, end, { mark: '`"`' });
      retype(token, StringLiteral);
      return true;
    case UnterminatedTextBlock:
      problems.report("unterminated-string", start, start + 3, { mark: '`"""`' });
      retype(token, TextBlock);
      return true;
    case BadNumber:
      problems.report("invalid-number", start, end, { text: image });
      retype(token, NumberLiteral);
      return true;
    case UnterminatedComment:
      problems.report("unterminated-comment", start, start + 2, {});
      return false;
    default:
      problems.report("unexpected-character", start, end, { text: image });
      return false;
  }
}
