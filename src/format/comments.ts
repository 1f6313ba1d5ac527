/** A comment on lines of its own above the member it belongs to. */
export interface LeadingComment {
  readonly text: string;
  /** The author left a blank line between this comment and what follows. */
  readonly blankAfter: boolean;
}

/** A comment at the end of a block, which belongs to the block. */
export interface DanglingComment {
  readonly text: string;
  readonly blankBefore: boolean;
}

/** The comments around a member, an item of a list or an entry of an object: they move when it moves. */
export interface CommentsAround {
  readonly leading: LeadingComment[];
  /** On the member's last line, after it. */
  readonly trailing: string[];
  /** On the lines directly below, cut off by a blank line from what comes then. */
  readonly following: string[];
}

/** The comments inside a block that belong to none of its members. */
export interface CommentsInside {
  /** On the line of the opening brace, after it. */
  readonly opening: string[];
  readonly dangling: DanglingComment[];
}

/**
 * Who owns which comment, and where the author left blank lines. Owners are nodes of the syntax tree, by identity: a tree
 * that reuses the nodes of an older one keeps their comments.
 */
export class CommentTable {
  readonly #around = new Map<object, CommentsAround>();
  readonly #inside = new Map<object, CommentsInside>();
  readonly #blankBefore = new Set<object>();

  /** The comments around a member, if it has any. */
  around(member: object): CommentsAround | undefined {
    return this.#around.get(member);
  }

  /** The comments inside a block that belong to no member; present for every list or object that holds a comment at all. */
  inside(block: object): CommentsInside | undefined {
    return this.#inside.get(block);
  }

  /** Whether the author left a blank line before the member and its leading comments. */
  hasBlankBefore(member: object): boolean {
    return this.#blankBefore.has(member);
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

  /** Gives all that belongs to one node to another which takes its place in a changed tree. */
  move(from: object, to: object): void {
    const around = this.#around.get(from);
    if (around !== undefined) this.#around.set(to, around);
    const inside = this.#inside.get(from);
    if (inside !== undefined) this.#inside.set(to, inside);
    if (this.#blankBefore.has(from)) this.#blankBefore.add(to);
  }
}
