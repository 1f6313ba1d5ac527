import type { FileNode } from "../syntax/ast.js";
import type { SourceFile } from "../text/source-file.js";
import { attachComments } from "./attach-comments.js";
import { CommentTable } from "./comments.js";
import { printFileNode } from "./print/file.js";

/** What a caller may choose. The form itself has no options. */
export interface FormatOptions {
  /** How lines end; LF unless the host wants otherwise. */
  readonly lineEnd?: "lf" | "crlf";
}

/**
 * The canonical text of a file: same meaning, same comments. Only for a text that parses without syntax errors: what a
 * parser skipped is not in the tree and would be lost, so callers refuse to format broken text.
 */
export function formatFile(file: FileNode, source: SourceFile, options: FormatOptions = {}): string {
  return withLineEnds(printFile(file, attachComments(file, source)), options);
}

/** The canonical text of a tree that was made, not parsed; a changed tree may bring the comments of an older one along. */
export function printFile(file: FileNode, comments: CommentTable = new CommentTable()): string {
  return printFileNode({ comments }, file);
}

/** Text blocks and comments hold LF only here; the parser reads both line ends as LF. */
function withLineEnds(text: string, options: FormatOptions): string {
  return options.lineEnd === "crlf" ? text.replaceAll("\n", "\r\n") : text;
}
