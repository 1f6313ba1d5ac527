import type * as lsp from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Range } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";

/**
 * Converts offsets of one text into the positions of the protocol, and back. A byte order mark counts as a character: a document has one where its
 * editor counts it, and what is read from files has none.
 */
export class TextPositions {
  readonly text: string;
  readonly #document: TextDocument;

  constructor(text: string) {
    this.text = text;
    this.#document = TextDocument.create("", "journey", 0, text);
  }

  positionAt(offset: number): lsp.Position {
    return this.#document.positionAt(offset);
  }

  rangeOf({ start, end }: Range): lsp.Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  offsetAt(position: lsp.Position): number {
    return this.#document.offsetAt(position);
  }

  offsetsOf({ start, end }: lsp.Range): Range {
    return { start: this.offsetAt(start), end: this.offsetAt(end) };
  }

  editsOf(edits: readonly TextEdit[]): lsp.TextEdit[] {
    return edits.map(({ range, text }) => ({ range: this.rangeOf(range), newText: text }));
  }
}

const known = new WeakMap<SourceFile, TextPositions>();

export function positionsIn(source: SourceFile): TextPositions {
  const { text } = source;
  let positions = known.get(source);
  if (positions?.text !== text) {
    positions = new TextPositions(text);
    known.set(source, positions);
  }
  return positions;
}
