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
  /** Whether some of the tokens are none that the grammar knows. */
  readonly isBroken: boolean;
}

let lexer: Lexer | undefined;

/** Cuts a text into tokens and comments. Never fails: what is no token of the language is a broken one. */
export function tokenize(text: string): LexedText {
  lexer ??= new Lexer([...t.lexerTokens], {
    // The ends of tokens are wanted. Chevrotain has them only together with lines.
    positionTracking: "full",
    ensureOptimizations: true,
    skipValidations: true,
  });
  const broken = new Set<number>();
  let lexed = run(lexer, text, false, broken);
  if (broken.has(unterminatedTextBlock)) lexed = run(lexer, text, true, broken);
  return lexed;
}

/** Reports broken tokens, and mends or drops them, save those that their whole line gives a meaning. */
export function mendLexed({ tokens, isBroken: hasBroken }: LexedText, problems: Problems): TokenVector {
  return hasBroken ? mendTokens(tokens, isBroken, problems) : tokens;
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
  return { tokens, comments: (lexed.groups.comments ?? []).map(toComment), isBroken: broken.size > 0 };
}

function toComment({ image, startOffset: start }: IToken): Comment {
  return {
    kind: image.charCodeAt(1) === 47 ? "line" : "block",
    text: image.replaceAll("\r\n", "\n"),
    range: { start, end: start + image.length },
  };
}
