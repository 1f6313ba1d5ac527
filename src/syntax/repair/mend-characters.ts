import {
  mendArrow,
  mendBackArrow,
  mendCondition,
  mendEdgeLabel,
  mendInequality,
  mendNegation,
  mendQuestion,
  mendTargetMark,
} from "./mend-arrow.js";
import { mendComment } from "./mend-comment.js";
import { mendForeignLines, mendValueTag } from "./mend-foreign-lines.js";
import { mendJoinedTexts } from "./mend-joined-texts.js";
import { mendKeyMark } from "./mend-key.js";
import { mendLineMarks } from "./mend-line-marks.js";
import { mendEmptyCall, mendGeneric, mendParenthesis } from "./mend-parenthesis.js";
import { mendConflict, mendEntity, mendInvisible, mendWide } from "./mend-pasted.js";
import { mendDiffHeader, mendFence } from "./mend-pasted-lines.js";
import { mendQuotes } from "./mend-quotes.js";
import { mendBetweenOutcomes, mendListOfLines, mendSemicolon } from "./mend-separator.js";
import { mendAtNumber, mendBareText, mendParameter, mendProduct, mendTextOverLines } from "./mend-text.js";
import { mendCalledText, mendPrefixMark, mendVersionRange } from "./mend-wrapped-text.js";
import type { TokenMender } from "./token-mender.js";
import { typeNumbers } from "./type-numbers.js";

const { arrow, name } = typeNumbers;

/** Lines with more tokens than this are not looked at as a whole: each of their tokens would cost as much as the line. */
const longestLine = 300;

type Attempt = (mender: TokenMender, index: number, text: string) => boolean;

const attempts: readonly Attempt[] = [
  mendInvisible,
  mendFence,
  mendDiffHeader,
  mendPrefixMark,
  mendVersionRange,
  mendWide,
  mendQuotes,
  mendConflict,
  mendEntity,
  mendForeignLines,
  mendValueTag,
  mendParameter,
  mendCondition,
  mendInequality,
  mendNegation,
  mendTargetMark,
  mendProduct,
  mendEdgeLabel,
  mendComment,
  mendTextOverLines,
  mendJoinedTexts,
  mendQuestion,
  mendEmptyCall,
  mendAtNumber,
  mendBareText,
  mendSemicolon,
  mendListOfLines,
  mendLineMarks,
  mendBackArrow,
  mendGeneric,
  mendArrow,
  mendBetweenOutcomes,
  mendCalledText,
  mendParenthesis,
  mendKeyMark,
];

/** Reads characters that begin no token as what they mean elsewhere; those that mean nothing are reported and left out. */
export function mendCharacters(mender: TokenMender, index: number): void {
  const { tokens, problems } = mender;
  const text = tokens.imageAt(index);
  const isLong = mender.lineEnd(index) - mender.lineStart(index) > longestLine;
  if (!isLong && attempts.some((attempt) => attempt(mender, index, text))) return;
  const isArrow = mender.typeAt(index + 1) === arrow;
  const lacksTarget = mender.output.typeAt(mender.output.length - 1) === arrow && mender.typeAt(index + 1) === -1;
  const help =
    text.startsWith("*") && isArrow ? everyOutcome : text === "~" ? nothing : lacksTarget ? aTarget : undefined;
  const extras = help === undefined ? {} : { help };
  problems.report("unexpected-character", tokens.startAt(index), tokens.endAt(index), { text }, extras);
  // Which outcomes are left, the binder knows.
  if (text === "*" && isArrow && mender.isFirst(index)) mender.put(name, tokens.startAt(index), tokens.endAt(index));
}

const everyOutcome = "Name the outcomes one by one, with commas between them.";

const aTarget = "Write the name of a node, `success` or `failure`.";

const nothing = "Write `absent` to leave the property out.";
