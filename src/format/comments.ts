/** A comment on lines of its own above the member that it belongs to. */
export interface LeadingComment {
  readonly text: string;
  /** Whether the author left a blank line between this comment and what follows. */
  readonly blankAfter: boolean;
  /** Whether the author wrote it in the middle of the member: text that stays as written has it there. */
  readonly fromInside?: boolean;
}

/** A comment at the end of a block, which belongs to the block. */
export interface DanglingComment {
  readonly text: string;
  readonly blankBefore: boolean;
}

/** The comments around a member, a list item or an object entry; they move with it. */
export interface CommentsAround {
  readonly leading: LeadingComment[];
  /** Comments after the member, on its last line. */
  readonly trailing: string[];
  /** Comments on the lines directly below, which a blank line separates from what follows. */
  readonly following: string[];
}

/** The comments inside a block that belong to none of its members. */
export interface CommentsInside {
  /** Comments after the opening brace, on its line. */
  readonly opening: string[];
  readonly dangling: DanglingComment[];
}

/**
 * The owners of comments, and the blank lines that the author left. Owners are nodes of the syntax tree, by identity,
 * so a tree that reuses nodes of an older one keeps their comments.
 */
export class CommentTable {
  readonly #around = new Map<object, CommentsAround>();
  readonly #inside = new Map<object, CommentsInside>();
  readonly #blankBefore = new Set<object>();
  readonly #asWritten = new Map<object, string>();

  /** The comments around a member, if there are any. */
  around(member: object): CommentsAround | undefined {
    return this.#around.get(member);
  }

  /**
   * The comments inside a block that belong to no member. Each list or object that contains a comment anywhere has an
   * entry.
   */
  inside(block: object): CommentsInside | undefined {
    return this.#inside.get(block);
  }

  /** Whether the author left a blank line before the member and its leading comments. */
  hasBlankBefore(member: object): boolean {
    return this.#blankBefore.has(member);
  }

  /** The author's text of a member that stays as written, from its first word to its last. */
  asWritten(member: object): string | undefined {
    return this.#asWritten.get(member);
  }

  addAround(member: object): CommentsAround {
    let around = this.#around.get(member);
    if (around === undefined) {
      around = { leading: [], trailing: [], following: [] };
      this.#around.set(member, around);
    }
    return around;
  }

  addInside(block: object): CommentsInside {
    let inside = this.#inside.get(block);
    if (inside === undefined) {
      inside = { opening: [], dangling: [] };
      this.#inside.set(block, inside);
    }
    return inside;
  }

  addBlankBefore(member: object): void {
    this.#blankBefore.add(member);
  }

  keepAsWritten(member: object, text: string): void {
    this.#asWritten.set(member, text);
  }

  /**
   * Moves the comments of a node to the node that replaces it in a changed tree. What the author wrote stays with the old
   * node, since the new one may say something else.
   */
  move(from: object, to: object): void {
    const around = this.#around.get(from);
    if (around !== undefined) this.#around.set(to, around);
    const inside = this.#inside.get(from);
    if (inside !== undefined) this.#inside.set(to, inside);
    if (this.#blankBefore.has(from)) this.#blankBefore.add(to);
  }
}
