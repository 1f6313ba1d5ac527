import type * as lsp from "vscode-languageserver";
import { blockFormattingEdits, formattingEdits, rangeFormattingEdits } from "../../language/formatting.js";
import type { Session } from "../session.js";

/** The canonical form of a text, of a range, and of a block when its `}` is typed. */
export function answerFormatting(session: Session): void {
  const { connection } = session;
  connection.onDocumentFormatting(
    session.onText(({ text, positions }) => positions.editsOf(formattingEdits(text.parsed))),
  );
  connection.onDocumentRangeFormatting(
    session.onText(({ text, positions }, { range }: lsp.DocumentRangeFormattingParams) =>
      positions.editsOf(rangeFormattingEdits(text.parsed, positions.offsetsOf(range))),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    session.onText(({ text, positions }, { position }: lsp.DocumentOnTypeFormattingParams) =>
      positions.editsOf(blockFormattingEdits(text.parsed, positions.offsetAt(position))),
    ),
  );
}
