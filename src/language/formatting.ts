import type { TextEdit } from "../diagnostics/diagnostic.js";
import { hasErrors } from "../diagnostics/has-errors.js";
import { formatFile } from "../format/format.js";
import type { ParseResult } from "../syntax/parse.js";
import type { Range } from "../text/range.js";
import { wordEdits } from "./text-changes.js";

/** The edits that give a text its canonical form; none for a text with syntax errors, of which parts would be lost. Line ends stay as they are. */
export function formattingEdits({ file, diagnostics, source }: ParseResult): readonly TextEdit[] {
  if (hasErrors(diagnostics)) return [];
  const { text } = source;
  const lineEnd = text[text.indexOf("\n") - 1] === "\r" ? "crlf" : "lf";
  return wordEdits(text, formatFile(file, source, { lineEnd }));
}

/** Those of them that touch a range. */
export function rangeFormattingEdits(parsed: ParseResult, range: Range): readonly TextEdit[] {
  return formattingEdits(parsed).filter((edit) => edit.range.start <= range.end && range.start <= edit.range.end);
}

/** The edits for the block that a `}`, which has just been typed before the offset, closes. */
export function blockFormattingEdits(parsed: ParseResult, offset: number): readonly TextEdit[] {
  const block = blockEndingAt(parsed, offset);
  if (block === undefined) return [];
  return formattingEdits(parsed).filter(({ range }) => block.start <= range.start && range.end <= block.end);
}

/** The declaration that ends at an offset, from the beginning of its line. */
function blockEndingAt({ file, source }: ParseResult, offset: number): Range | undefined {
  interface Part {
    readonly range: Range;
    readonly members?: readonly Part[];
    readonly steps?: readonly Part[];
  }
  let parts: readonly Part[] = file.items;
  for (;;) {
    const part = parts.find(({ range }) => range.start < offset && offset <= range.end);
    if (part === undefined) return undefined;
    if (part.range.end === offset) {
      return { start: source.text.lastIndexOf("\n", part.range.start - 1) + 1, end: offset };
    }
    parts = part.members ?? part.steps ?? [];
  }
}
