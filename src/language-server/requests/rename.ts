import * as lsp from "vscode-languageserver";
import { renamableAt, renameEdits } from "../../language/rename.js";
import { projectsThatShare } from "../../language/sharing-projects.js";
import type { Session } from "../session.js";
import { positionsIn } from "../text-positions.js";

/** Other names for nodes, pages, scripts, parameters, journeys and own node types, wherever they stand. */
export function answerRename(session: Session): void {
  const { connection, workspace } = session;
  connection.onPrepareRename(
    session.onText(({ text, positions }, { position }: lsp.PrepareRenameParams) => {
      const found = renamableAt(text, positions.offsetAt(position), [text.project]);
      if ("refusal" in found) throw refused(found.refusal);
      return { range: positions.rangeOf(found.range), placeholder: found.name };
    }),
  );
  connection.onRenameRequest(
    session.onText(async ({ text, positions }, { position, newName }: lsp.RenameParams) => {
      const found = renamableAt(text, positions.offsetAt(position), [text.project]);
      if ("refusal" in found) throw refused(found.refusal);
      const projects = await projectsThatShare(found.named, text, workspace);
      const edits = renameEdits(found.named, newName, projects);
      if ("refusal" in edits) throw refused(edits.refusal);
      const changes: Record<string, lsp.TextEdit[]> = {};
      for (const { path, source, range, newText } of edits) {
        const uri = session.paths.uriOf(path);
        const known = changes[uri] ?? [];
        changes[uri] = known;
        known.push({ range: positionsIn(source).rangeOf(range), newText });
      }
      return { changes };
    }),
  );
}

function refused(message: string): lsp.ResponseError<void> {
  return new lsp.ResponseError(lsp.LSPErrorCodes.RequestFailed, message);
}
