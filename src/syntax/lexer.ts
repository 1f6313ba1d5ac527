import { type IToken, Lexer } from "chevrotain";
import type { Comment } from "./ast.js";
import type { Problems } from "./problems.js";
import { mendTokens } from "./repair/mend-tokens.js";
import { TokenVector, typeIndex } from "./token-vector.js";
import * as t from "./tokens.js";

const badCharacters = typeIndex(t.BadCharacters);
const badNumber = typeIndex(t.BadNumber);
const unterminatedComment = typeIndex(t.UnterminatedComment);
const unterminatedString = typeIndex(t.UnterminatedString);
const unterminatedTextBlock = typeIndex(t.UnterminatedTextBlock);
const stringOverLines = typeIndex(t.StringOverLines);
const foreignString = typeIndex(t.ForeignString);
const foreignArrow = typeIndex(t.ForeignArrow);
const bareReference = typeIndex(t.BareReference);
const hashComment = typeIndex(t.HashComment);

const isBroken: boolean[] = [];
for (const type of [
  badCharacters,
  badNumber,
  unterminatedComment,
  unterminatedString,
  unterminatedTextBlock,
  stringOverLines,
  foreignString,
  foreignArrow,
  bareReference,
  hashComment,
]) {
  isBroken[type] = true;
}

export interface LexedText {
  readonly tokens: TokenVector;
  readonly comments: readonly Comment[];
  /** Whether tokens were broken. */
  readonly isMended: boolean;
}

let lexer: Lexer | undefined;

/**
 * Cuts a text into tokens and comments. Never fails, and gives only tokens that the grammar knows: broken ones are
 * reported, and mended or dropped.
 */
export function tokenize(text: string, problems: Problems): LexedText {
  lexer ??= new Lexer([...t.lexerTokens], {
    // The ends of tokens are wanted. Chevrotain has them only together with lines.
    positionTracking: "full",
    ensureOptimizations: true,
    skipValidations: true,
  });
  const broken = new Set<number>();
  let lexed = run(lexer, text, false, broken);
  if (broken.size === 0) return lexed;
  if (broken.has(unterminatedTextBlock)) lexed = run(lexer, text, true, broken);
  return { tokens: mendTokens(lexed.tokens, isBroken, problems), comments: lexed.comments, isMended: true };
}

/** Puts into `broken` the types of broken tokens that there are. */
function run(lexer: Lexer, text: string, byIndentation: boolean, broken: Set<number>): LexedText {
  t.textBlocks.reset(byIndentation);
  const lexed = lexer.tokenize(text);
  const tokens = new TokenVector(text);
  lexed.tokens.forEach((token) => {
    const type = token.tokenTypeIdx;
    tokens.push(type, token.startOffset, (token.endOffset as number) + 1);
    if (isBroken[type] === true) broken.add(type);
  });
  // Only now: the engine of the package finds tokens and comments while it is asked for tokens.
  return { tokens, comments: (lexed.groups.comments ?? []).map(toComment), isMended: false };
}

function toComment({ image, startOffset: start }: IToken): Comment {
  return {
    kind: image.charCodeAt(1) === 47 ? "line" : "block",
    text: image.replaceAll("\r\n", "\n"),
    range: { start, end: start + image.length },
  };
}
