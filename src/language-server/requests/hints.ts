import type * as lsp from "vscode-languageserver";
import { type CodeLens, codeLenses } from "../../language/code-lenses.js";
import { inlayHints } from "../../language/inlay-hints.js";
import type { Session } from "../session.js";

/** What an editor shows in a text without its being there. */
export function answerHints(session: Session): void {
  const { connection } = session;
  connection.languages.inlayHint.on(
    session.onText(({ text, positions }, { range }: lsp.InlayHintParams) =>
      inlayHints(text, positions.offsetsOf(range)).map(({ offset, label, tooltip }) => ({
        position: positions.positionAt(offset),
        label,
        tooltip,
      })),
    ),
  );
  connection.onCodeLens(
    session.onText(({ text, positions, uri }) =>
      codeLenses(text, [text.project]).flatMap((lens) => {
        const command = session.options.lenses?.[lens.does];
        if (command === undefined) return [];
        const range = positions.rangeOf(lens.range);
        return [{ range, command: { title: lens.title, command, arguments: [uri, subjectOf(lens), range.start] } }];
      }),
    ),
  );
}

function subjectOf(lens: CodeLens): string {
  return lens.does === "runScenario" ? lens.scenario : lens.journey;
}
