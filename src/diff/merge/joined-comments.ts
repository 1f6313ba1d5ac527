import { type CommentsAround, type CommentsInside, CommentTable } from "../../format/comments.js";

/**
 * The comments of a tree that was merged from several trees: nodes that were taken over keep theirs, new nodes have
 * their own.
 */
export class JoinedComments extends CommentTable {
  readonly #parts: CommentTable[];

  constructor(parts: readonly CommentTable[]) {
    super();
    this.#parts = [...parts];
  }

  /** Adds the comments of one more tree. */
  join(part: CommentTable): void {
    this.#parts.push(part);
  }

  override around(member: object): CommentsAround | undefined {
    return super.around(member) ?? first(this.#parts, (part) => part.around(member));
  }

  override inside(block: object): CommentsInside | undefined {
    return super.inside(block) ?? first(this.#parts, (part) => part.inside(block));
  }

  override asWritten(member: object): string | undefined {
    return super.asWritten(member) ?? first(this.#parts, (part) => part.asWritten(member));
  }

  override hasBlankBefore(member: object): boolean {
    return super.hasBlankBefore(member) || this.#parts.some((part) => part.hasBlankBefore(member));
  }
}

function first<T>(parts: readonly CommentTable[], find: (part: CommentTable) => T | undefined): T | undefined {
  for (const part of parts) {
    const found = find(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
