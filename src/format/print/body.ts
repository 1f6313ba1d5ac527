import type { CommentsInside } from "../comments.js";
import { printComment } from "./comment.js";
import { type Printing, type PrintMember, step } from "./printing.js";

/** The members of a block in the order in which they are printed, and how they are printed. */
export interface Body<M extends object> {
  readonly owner: object;
  readonly members: readonly M[];
  readonly print: PrintMember<M>;
  /**
   * Whether a blank line always separates two neighbours. Elsewhere the author's blank lines are kept, one at a time.
   */
  readonly isApart: (previous: M, next: M) => boolean;
}

/** Prints `header { … }` with the members one step deeper than `indent`. */
export function printBlock<M extends object>(
  printing: Printing,
  header: string,
  body: Body<M>,
  indent: string,
): string {
  const inside = printing.comments.inside(body.owner);
  if (body.members.length === 0 && inside === undefined) return `${header} {}`;
  const inner = indent + step;
  const opening = printOpening(inside, inner);
  return `${header} {${opening}\n${printMembers(printing, body, inner)}${indent}}`;
}

/** Prints the comments after an opening brace. */
export function printOpening(inside: CommentsInside | undefined, inner: string): string {
  let text = "";
  for (const comment of inside?.opening ?? []) text += ` ${printComment(comment, inner)}`;
  return text;
}

/** Prints members and the comments among them, each on lines of its own that end with a line end. */
export function printMembers<M extends object>(printing: Printing, body: Body<M>, indent: string, after = ""): string {
  const { comments } = printing;
  let text = "";
  let previous: M | undefined;
  for (const member of body.members) {
    if (previous !== undefined && isBlankBetween(printing, body, previous, member)) text += "\n";
    const around = comments.around(member);
    const asWritten = comments.asWritten(member);
    for (const { text: comment, blankAfter, fromInside } of around?.leading ?? []) {
      if (fromInside && asWritten !== undefined) continue;
      text += `${indent}${printComment(comment, indent)}\n${blankAfter ? "\n" : ""}`;
    }
    text += `${indent}${asWritten ?? body.print(printing, member, indent)}${after}`;
    for (const comment of around?.trailing ?? []) text += ` ${printComment(comment, indent)}`;
    text += "\n";
    for (const comment of around?.following ?? []) text += `${indent}${printComment(comment, indent)}\n`;
    previous = member;
  }
  for (const { text: comment, blankBefore } of comments.inside(body.owner)?.dangling ?? []) {
    text += `${blankBefore ? "\n" : ""}${indent}${printComment(comment, indent)}\n`;
  }
  return text;
}

function isBlankBetween<M extends object>(printing: Printing, body: Body<M>, previous: M, next: M): boolean {
  if (body.isApart(previous, next) || printing.comments.hasBlankBefore(next)) return true;
  return (printing.comments.around(previous)?.following.length ?? 0) > 0;
}
