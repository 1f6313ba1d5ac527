import type { Conflict } from "./conflict.js";
import type { JoinedComments } from "./joined-comments.js";
import { mergeComments, type Owners } from "./merge-comments.js";
import { oneLine } from "./one-line.js";
import { signatureOf } from "./signature.js";

/** The state of a merge of syntax trees: the comments of all sides and of the result, and the conflicts so far. */
export class Merging {
  readonly comments: JoinedComments;
  readonly conflicts: Conflict[] = [];

  constructor(comments: JoinedComments) {
    this.comments = comments;
  }

  isSame(left: object | undefined, right: object | undefined): boolean {
    return signatureOf(left, this.comments) === signatureOf(right, this.comments);
  }

  /** Whether two members are equal, including the comments around them. */
  isUntouched(left: object, right: object): boolean {
    return this.isSame(left, right) && this.#around(left) === this.#around(right);
  }

  /** Gives a node of the result the comments of the nodes that it was merged from; of theirs, only those of `fresh` are added. */
  adopt(owners: Owners, into: object, fresh: readonly object[] | undefined = undefined): void {
    mergeComments(this.comments, owners, into, fresh);
  }

  /** Puts a comment above a member, unless it stands there already. */
  addComment(member: object, text: string): void {
    const { leading } = this.comments.addAround(member);
    if (!leading.some((each) => each.text === text)) leading.push({ text, blankAfter: false });
  }

  /**
   * Records a conflict and marks it with a comment above a member. Comments are allowed anywhere, so the text stays
   * readable.
   */
  mark(member: object, where: string, message: string, details: readonly string[] = []): void {
    this.conflicts.push({ where, message });
    const { leading } = this.comments.addAround(member);
    leading.push({ text: `// conflict: ${oneLine(message)}`, blankAfter: false });
    for (const line of details) leading.push({ text: `//   ${oneLine(line)}`, blankAfter: false });
  }

  #around(member: object): string {
    const around = this.comments.around(member);
    return JSON.stringify(
      around ? [around.leading.map(({ text }) => text), around.trailing, around.following] : [[], [], []],
    );
  }
}
