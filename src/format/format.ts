import type { FileNode } from "../syntax/ast.js";
import type { SourceFile } from "../text/source-file.js";
import { attachComments } from "./attach-comments.js";
import { CommentTable } from "./comments.js";
import { printFileNode } from "./print/file.js";

/** Options of a caller. The canonical form itself has none. */
export interface FormatOptions {
  /** The line end to write; LF by default. */
  readonly lineEnd?: "lf" | "crlf";
}

/**
 * The canonical text of a file, with the same meaning and the same comments. The text must have no syntax errors: parts
 * that the parser skipped are not in the tree and would be lost.
 */
export function formatFile(file: FileNode, source: SourceFile, options: FormatOptions = {}): string {
  return withLineEnds(printFile(file, attachComments(file, source)), options);
}

/**
 * The canonical text of a tree that was built and not parsed. A changed tree may bring along the comments of an older
 * one.
 */
export function printFile(file: FileNode, comments: CommentTable = new CommentTable()): string {
  return printFileNode({ comments }, file);
}

/** Text blocks and comments contain LF only here; the parser reads both line ends as LF. */
function withLineEnds(text: string, options: FormatOptions): string {
  return options.lineEnd === "crlf" ? text.replaceAll("\n", "\r\n") : text;
}
