import * as lsp from "vscode-languageserver";
import { fixesAt, textWithFixes } from "../../language/fixes.js";
import { refactoringsAt } from "../../language/refactorings/refactorings.js";
import { lineEdits } from "../../language/text-changes.js";
import type { Session } from "../session.js";

/** The kind of the action that takes all fixes at once, for editors that do so on save. */
const fixAllKind = `${lsp.CodeActionKind.SourceFixAll}.journeyc`;

export const codeActionKinds: readonly string[] = [
  lsp.CodeActionKind.QuickFix,
  lsp.CodeActionKind.RefactorExtract,
  lsp.CodeActionKind.RefactorInline,
  lsp.CodeActionKind.RefactorRewrite,
  fixAllKind,
];

/** Fixes of findings, and refactorings. */
export function answerCodeActions(session: Session): void {
  session.connection.onCodeAction(
    session.onText(async ({ text, uri, positions }, { range, context }: lsp.CodeActionParams) => {
      const findings = (await session.workspace.findings()).get(text.path);
      const { diagnostics, folder } = findings ?? { diagnostics: [], folder: "" };
      const actions: lsp.CodeAction[] = [];
      if (isWanted(lsp.CodeActionKind.QuickFix, context)) {
        for (const { diagnostic, fix, isOnly } of fixesAt(diagnostics, positions.offsetsOf(range))) {
          actions.push({
            title: fix.title,
            kind: lsp.CodeActionKind.QuickFix,
            diagnostics: session.protocolDiagnostics({ diagnostics: [diagnostic], folder }),
            ...(isOnly ? { isPreferred: true } : {}),
            edit: { changes: { [uri]: positions.editsOf(fix.edits) } },
          });
        }
      }
      if (context.only === undefined || context.only.some((kind) => kind.startsWith(lsp.CodeActionKind.Refactor))) {
        for (const { title, kind, edits, refusal } of refactoringsAt(text, positions.offsetsOf(range), [
          text.project,
        ])) {
          const protocolKind = `${lsp.CodeActionKind.Refactor}.${kind}`;
          if (!isWanted(protocolKind, context)) continue;
          if (refusal === undefined)
            actions.push({ title, kind: protocolKind, edit: { changes: { [uri]: positions.editsOf(edits) } } });
          else if (session.showsDisabledActions)
            actions.push({ title, kind: protocolKind, disabled: { reason: refusal } });
        }
      }
      if (isWanted(fixAllKind, context)) {
        const { source } = text.parsed;
        const fixed = textWithFixes(diagnostics);
        const edits = fixed === undefined ? [] : lineEdits(source.text, fixed);
        if (edits.length > 0) {
          const edit = { changes: { [uri]: positions.editsOf(edits) } };
          actions.push({ title: "Apply all fixes of journeyc", kind: fixAllKind, edit });
        }
      }
      return actions;
    }),
  );
}

/** Fix-all is only for those who ask for it: in a list of quick fixes it would stand at every place. */
function isWanted(kind: string, { only }: lsp.CodeActionContext): boolean {
  if (only === undefined) return !kind.startsWith(lsp.CodeActionKind.Source);
  return only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}
