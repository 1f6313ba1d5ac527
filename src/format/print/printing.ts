import type { CommentTable } from "../comments.js";

/** The width that a line should not exceed where it can be broken. */
export const lineWidth = 100;

/** One step of indentation. */
export const step = "  ";

/** The context that all printers share. */
export interface Printing {
  readonly comments: CommentTable;
  /** Whether keys keep the author's quotes, which there mark a key as an id and not a name. */
  readonly keysAsWritten?: boolean;
}

/**
 * Prints one member of a block, without its indentation and line end; `indent` is the indentation of its first line.
 */
export type PrintMember<M> = (printing: Printing, member: M, indent: string) => string;
