import type * as lsp from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Range } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";

/** Converts offsets of one text into the positions of the protocol, and back. A byte order mark counts as nothing: editors do not show it. */
export class TextPositions {
  readonly #document: TextDocument;
  readonly #mark: number;

  constructor(text: string) {
    this.#mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.#document = TextDocument.create("", "journey", 0, text.slice(this.#mark));
  }

  positionAt(offset: number): lsp.Position {
    return this.#document.positionAt(offset - this.#mark);
  }

  rangeOf({ start, end }: Range): lsp.Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  offsetAt(position: lsp.Position): number {
    return this.#document.offsetAt(position) + this.#mark;
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
  let positions = known.get(source);
  if (positions === undefined) {
    positions = new TextPositions(source.text);
    known.set(source, positions);
  }
  return positions;
}
