import type { Comment, FileNode, Value } from "../syntax/ast.js";
import type { SourceFile } from "../text/source-file.js";
import { distributeGap } from "./comment-gap.js";
import { type CommentHost, type Hosted, hostOf } from "./comment-host.js";
import { CommentTable } from "./comments.js";
import { staysAsWritten } from "./ignore-comment.js";
import { hasBlankLine, skipBlanks } from "./scan-text.js";

/** Finds the owner of each comment by its position, and the blank lines between members, in time linear in the text. */
export function attachComments(file: FileNode, source: SourceFile): CommentTable {
  const attacher = new CommentAttacher(file.comments, source.text);
  attacher.attachMembers({ owner: file, members: file.items, start: 0, end: source.text.length, braced: false });
  return attacher.table;
}

/** The part of a block between its braces. */
interface Body {
  readonly owner: object;
  readonly members: readonly Hosted[];
  readonly start: number;
  readonly end: number;
  readonly braced: boolean;
}

/** Walks the tree in the order of the text, with one cursor over the comments. */
class CommentAttacher {
  readonly table = new CommentTable();
  readonly #comments: readonly Comment[];
  readonly #text: string;
  #next = 0;

  constructor(comments: readonly Comment[], text: string) {
    this.#comments = comments;
    this.#text = text;
  }

  attachMembers(body: Body): void {
    let previous: Hosted | undefined;
    for (const member of body.members) {
      this.#attachGap(body, previous, member);
      if (staysAsWritten(this.table.around(member))) this.table.keepAsWritten(member, this.#textOf(member));
      this.#attachInside(hostOf(member), member);
      this.#attachStrays(member, member.range.end);
      previous = member;
    }
    this.#attachGap(body, previous, undefined);
  }

  #attachGap(body: Body, previous: Hosted | undefined, next: Hosted | undefined): void {
    const start = previous?.range.end ?? body.start;
    const end = next?.range.start ?? body.end;
    if (this.#hasBefore(end)) {
      const { owner, braced } = body;
      const comments = this.#takeBefore(end);
      distributeGap({ owner, braced, previous, next, start, end, text: this.#text, comments }, this.table);
    } else if (previous && next && hasBlankLine(this.#text, start, end)) {
      this.table.addBlankBefore(next);
    }
  }

  #attachInside(host: CommentHost, member: Hosted): void {
    if (host.kind === "block") {
      this.#attachStrays(member, host.headerEnd);
      const start = this.#openingBrace(member, host.headerEnd) + 1;
      const end = Math.max(start, member.range.end - 1);
      this.attachMembers({ owner: member, members: host.members, start, end, braced: true });
    } else if (host.value !== undefined) {
      this.#attachValue(host.value, member);
    }
  }

  /** Values are searched only where they contain a comment, because their blank lines are not kept. */
  #attachValue(value: Value, owner: object): void {
    if (!this.#hasBefore(value.range.end)) return;
    this.#attachStrays(owner, value.range.start);
    if (value.kind !== "list" && value.kind !== "object") return;
    if (this.#hasBefore(value.range.end)) this.table.addInside(value);
    const members = value.kind === "list" ? value.items : value.entries;
    const { start, end } = value.range;
    this.attachMembers({ owner: value, members, start: start + 1, end: end - 1, braced: true });
  }

  /** Moves comments in the middle of a statement above it: a line comment cannot stay inside a line. */
  #attachStrays(owner: object, end: number): void {
    if (!this.#hasBefore(end)) return;
    const { leading } = this.table.addAround(owner);
    for (const comment of this.#takeBefore(end))
      leading.push({ text: comment.text, blankAfter: false, fromInside: true });
  }

  #textOf({ range }: Hosted): string {
    return this.#text.slice(range.start, range.end).replaceAll("\r\n", "\n");
  }

  #openingBrace(owner: object, headerEnd: number): number {
    let at = skipBlanks(this.#text, headerEnd);
    for (let comment = this.#comments[this.#next]; comment?.range.start === at; comment = this.#comments[this.#next]) {
      at = skipBlanks(this.#text, comment.range.end);
      this.#attachStrays(owner, comment.range.end);
    }
    return at;
  }

  #hasBefore(end: number): boolean {
    const comment = this.#comments[this.#next];
    return comment !== undefined && comment.range.start < end;
  }

  #takeBefore(end: number): readonly Comment[] {
    const first = this.#next;
    while (this.#hasBefore(end)) this.#next++;
    return this.#comments.slice(first, this.#next);
  }
}
