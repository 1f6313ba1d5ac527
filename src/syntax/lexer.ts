import { type IToken, Lexer } from "chevrotain";
import type { Comment } from "./ast.js";
import { inDoubleQuotes } from "./decode-string.js";
import type { Problems } from "./problems.js";
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
  return { tokens: withoutBroken(lexed.tokens, problems), comments: lexed.comments };
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
  return { tokens, comments: (lexed.groups.comments ?? []).map(toComment) };
}

function toComment({ image, startOffset: start }: IToken): Comment {
  return {
    kind: image.charCodeAt(1) === 47 ? "line" : "block",
    text: image.replaceAll("\r\n", "\n"),
    range: { start, end: start + image.length },
  };
}

function withoutBroken(tokens: TokenVector, problems: Problems): TokenVector {
  const whole = new TokenVector(tokens.text);
  for (let index = 0; index < tokens.length; index++) {
    const found = tokens.typeAt(index);
    const type = isBroken[found] === true ? mend(tokens, index, problems) : found;
    if (type !== undefined) whole.copy(tokens, index, type);
  }
  return whole;
}

/** Reports a broken token. Answers the type of a whole one that it can be used as, if there is one. */
function mend(tokens: TokenVector, index: number, problems: Problems): number | undefined {
  const start = tokens.startAt(index);
  const end = tokens.endAt(index);
  switch (tokens.typeAt(index)) {
    case unterminatedString:
      problems.report("unterminated-string", start, end, { mark: '`"`' });
      return typeIndex(t.StringLiteral);
    case unterminatedTextBlock:
      problems.report("unterminated-string", start, start + 3, { mark: '`"""`' });
      return typeIndex(t.TextBlock);
    case stringOverLines: {
      const [line = ""] = tokens.imageAt(index).split(/\r?\n/, 1);
      const help = 'A text over several lines stands between `"""` and `"""`.';
      problems.report("unterminated-string", start, start + line.length, { mark: '`"`' }, { help });
      return typeIndex(t.StringLiteral);
    }
    case foreignString:
    case bareReference:
      reportForeign(tokens.text, start, end, inDoubleQuotes(tokens.imageAt(index)), problems);
      return typeIndex(t.StringLiteral);
    case foreignArrow:
      reportForeign(tokens.text, start, end, "->", problems);
      return typeIndex(t.Arrow);
    case hashComment:
      reportForeign(tokens.text, start, start + 1, "//", problems);
      return undefined;
    case badNumber:
      problems.report("invalid-number", start, end, { text: tokens.imageAt(index) });
      return typeIndex(t.NumberLiteral);
    case unterminatedComment:
      problems.report("unterminated-comment", start, start + 2, {});
      return undefined;
    default:
      problems.report("unexpected-character", start, end, { text: tokens.imageAt(index) });
      return undefined;
  }
}

/** What is written in another way elsewhere is read as what it means. */
function reportForeign(text: string, start: number, end: number, right: string, problems: Problems): void {
  const fixes = [{ title: `Write ${right}`, edits: [{ range: { start, end }, text: right }] }];
  problems.report("foreign-spelling", start, end, { found: text.slice(start, end), right }, { fixes });
}
