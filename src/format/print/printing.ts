import type { CommentTable } from "../comments.js";

/** The width that a line should not exceed where it can be broken. */
export const lineWidth = 100;

/** One step of indentation. */
export const step = "  ";

/** What all printers need. */
export interface Printing {
  readonly comments: CommentTable;
  /** Keys keep the quotes that the author gave them, because there they say that a key is an id and no name. */
  readonly keysAsWritten?: boolean;
}

/** Prints one member of a block, without its indentation and line end; `indent` is that of its first line. */
export type PrintMember<M> = (printing: Printing, member: M, indent: string) => string;
