import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { SourceFile } from "../text/source-file.js";
import type { FileNode } from "./ast.js";
import { tokenize } from "./lexer.js";
import { parseTokens } from "./parse-tokens.js";
import { Problems } from "./problems.js";
import { balanceBrackets } from "./repair/balance-brackets.js";
import { withSoundFixes } from "./sound-fixes.js";

export interface ParseResult {
  readonly file: FileNode;
  readonly diagnostics: readonly Diagnostic[];
  readonly source: SourceFile;
}

const millionsOfCharacters = 16;

/**
 * Reads a `.journey` text into a syntax tree. Any text gives a tree; what is wrong with it stands in the diagnostics.
 *
 * Text goes through a lexer, a pass that makes brackets balance, a pass that marks the beginnings of statements, and the
 * grammar. The passes in the middle see to broken text, so that the grammar is plain and quick. A `\r` alone ends a line as `\n` does.
 */
export function parse(given: SourceFile): ParseResult {
  return withFixesTried(parseOnce(given.withLineFeeds()));
}

/** A tree whose diagnostics keep only such fixes as mend what they are offered for. */
export function withFixesTried({ file, source, diagnostics }: ParseResult): ParseResult {
  const findProblems = (text: string) => parseOnce(new SourceFile(source.path, text)).diagnostics;
  let sound: readonly Diagnostic[] | undefined;
  return {
    file,
    source,
    // To try fixes is to parse again, and completion wants the tree alone.
    get diagnostics() {
      sound ??= withSoundFixes(diagnostics, source, findProblems);
      return sound;
    },
  };
}

function parseOnce(source: SourceFile): ParseResult {
  const { text } = source;
  const range = { start: 0, end: text.length };
  const problems = new Problems(source);
  if (text.length > millionsOfCharacters * 1_000_000) {
    problems.report("file-too-large", 0, 0, { limit: millionsOfCharacters });
    return { file: { kind: "file", items: [], comments: [], range }, diagnostics: problems.finish(), source };
  }
  const { tokens, comments } = tokenize(text, problems);
  const items = parseTokens(balanceBrackets(tokens, problems), problems);
  return { file: { kind: "file", items, comments, range }, diagnostics: problems.finish(), source };
}
