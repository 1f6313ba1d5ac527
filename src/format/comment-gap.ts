import type { Comment } from "../syntax/ast.js";
import type { CommentTable } from "./comments.js";
import { hasBlankLine, hasLineEnd } from "./scan-text.js";

/** The part of a block between two neighbours, or between a brace and its neighbour, that contains comments. */
export interface Gap {
  readonly owner: object;
  /** False for the file, which has no opening brace that a comment could follow. */
  readonly braced: boolean;
  readonly previous: object | undefined;
  readonly next: object | undefined;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly comments: readonly Comment[];
}

/**
 * Assigns the comments of a gap to their owners. A comment on the line of the previous member belongs to that member;
 * so does one directly below it that a blank line separates from what follows. At the end of a block, comments belong
 * to the block. All others belong to the next member.
 */
export function distributeGap(gap: Gap, table: CommentTable): void {
  const sameLine = countOnSameLine(gap);
  const beside = gap.comments.slice(0, sameLine);
  const below = gap.comments.slice(sameLine);
  if (beside.length > 0) {
    const target = gap.previous ? table.addAround(gap.previous).trailing : table.addInside(gap.owner).opening;
    for (const comment of beside) target.push(comment.text);
  }
  const start = beside.at(-1)?.range.end ?? gap.start;
  if (gap.next === undefined) attachDangling(gap, below, start, table);
  else attachBetween(gap, gap.next, below, start, table);
}

function attachDangling(gap: Gap, comments: readonly Comment[], start: number, table: CommentTable): void {
  if (comments.length === 0) return;
  const { dangling } = table.addInside(gap.owner);
  let end = start;
  for (const comment of comments) {
    const isFirst = gap.previous === undefined && comment === comments[0];
    dangling.push({ text: comment.text, blankBefore: !isFirst && hasBlankLine(gap.text, end, comment.range.start) });
    end = comment.range.end;
  }
}

function attachBetween(gap: Gap, next: object, comments: readonly Comment[], start: number, table: CommentTable): void {
  const following = gap.previous ? countFollowing(gap, comments, start) : 0;
  if (gap.previous && following > 0) {
    const around = table.addAround(gap.previous);
    for (const comment of comments.slice(0, following)) around.following.push(comment.text);
  }
  const leading = comments.slice(following);
  const end = comments[following - 1]?.range.end ?? start;
  if (gap.previous && hasBlankLine(gap.text, end, leading[0]?.range.start ?? gap.end)) table.addBlankBefore(next);
  if (leading.length === 0) return;
  const around = table.addAround(next);
  for (const [index, comment] of leading.entries()) {
    const until = leading[index + 1]?.range.start ?? gap.end;
    around.leading.push({ text: comment.text, blankAfter: hasBlankLine(gap.text, comment.range.end, until) });
  }
}

/** Number of comments on the same line as the end of the previous member, which belong to it. */
function countOnSameLine(gap: Gap): number {
  if (!gap.previous && !gap.braced) return 0;
  let end = gap.start;
  let count = 0;
  for (const comment of gap.comments) {
    if (hasLineEnd(gap.text, end, comment.range.start) || (!gap.previous && hasLines(comment))) break;
    end = comment.range.end;
    count++;
  }
  if (count === 0 || hasLineEnd(gap.text, end, gap.comments[count]?.range.start ?? gap.end)) return count;
  if (gap.previous === undefined) return 0;
  return gap.next === undefined ? count : countBeforeComma(gap, count);
}

/** If the next member follows on the same line, comments after the comma belong to it. */
function countBeforeComma(gap: Gap, count: number): number {
  let end = gap.start;
  for (const [index, comment] of gap.comments.slice(0, count).entries()) {
    if (gap.text.slice(end, comment.range.start).includes(",")) return index;
    end = comment.range.end;
  }
  return count;
}

function hasLines(comment: Comment): boolean {
  return hasLineEnd(comment.text, 0, comment.text.length);
}

/** Number of comments directly below the previous member and followed by a blank line. */
function countFollowing(gap: Gap, comments: readonly Comment[], start: number): number {
  let end = start;
  for (const [index, comment] of comments.entries()) {
    if (hasBlankLine(gap.text, end, comment.range.start)) return index;
    end = comment.range.end;
  }
  return hasBlankLine(gap.text, end, gap.end) ? comments.length : 0;
}
