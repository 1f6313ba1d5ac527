import * as lsp from "vscode-languageserver";
import { hoverAt } from "../../language/hover.js";
import { linksIn } from "../../language/links.js";
import { declarationsOf, occurrencesOf } from "../../language/names/find-named.js";
import { keyOfNamed } from "../../language/names/named.js";
import { occurrenceAt, occurrencesIn } from "../../language/names/occurrences.js";
import { projectsThatShare } from "../../language/sharing-projects.js";
import { foldable, rangesAround } from "../../language/syntax-ranges.js";
import { absolutePath, folderOfPath } from "../../project/shown-path.js";
import type { RequestedText, Session } from "../session.js";
import { positionsIn } from "../text-positions.js";

/** What stands at the cursor, where it is declared, and where else it stands. */
export function answerNavigation(session: Session): void {
  const { connection, workspace } = session;
  connection.onHover(
    session.onText(({ text, positions }, { position }: lsp.HoverParams) => {
      const hover = hoverAt(text, positions.offsetAt(position), [text.project]);
      if (hover === undefined) return null;
      return {
        range: positions.rangeOf(hover.range),
        contents: { kind: lsp.MarkupKind.Markdown, value: hover.markdown },
      };
    }),
  );
  connection.onDefinition(
    session.onText(({ text, positions, uri }, { position }: lsp.DefinitionParams) => {
      const offset = positions.offsetAt(position);
      const link = linksIn(text.parsed.file).find(({ range }) => range.start <= offset && offset <= range.end);
      if (link !== undefined) return { uri: linkTarget(uri, link.path, session), range: zero };
      const named = occurrenceAt(text, offset)?.named;
      const found = named === undefined ? [] : declarationsOf(named, [text.project]);
      return found.map((each) =>
        "text" in each
          ? locationIn(each.text, each.range, session)
          : { uri: session.uriOf(each.source, each), range: positionsIn(each.source).rangeOf(each.range) },
      );
    }),
  );
  connection.onReferences(
    session.onText(async ({ text, positions }, { position, context }: lsp.ReferenceParams) => {
      const named = occurrenceAt(text, positions.offsetAt(position))?.named;
      const found = named === undefined ? [] : occurrencesOf(named, await projectsThatShare(named, text, workspace));
      return found
        .filter(({ isDeclaration }) => context.includeDeclaration || !isDeclaration)
        .map((each) => locationIn(each.text, each.range, session));
    }),
  );
  connection.onDocumentHighlight(
    session.onText(({ text, positions }, { position }: lsp.DocumentHighlightParams) => {
      const at = occurrenceAt(text, positions.offsetAt(position));
      if (at === undefined) return [];
      const key = keyOfNamed(at.named);
      return occurrencesIn(text)
        .filter(({ named }) => keyOfNamed(named) === key)
        .map(({ range, isDeclaration }) => ({
          range: positions.rangeOf(range),
          kind: isDeclaration ? lsp.DocumentHighlightKind.Write : lsp.DocumentHighlightKind.Read,
        }));
    }),
  );
  connection.onDocumentLinks(
    session.onText(({ text, positions, uri }) =>
      linksIn(text.parsed.file).map(({ range, path }) => ({
        range: positions.rangeOf(range),
        target: linkTarget(uri, path, session),
      })),
    ),
  );
  connection.onFoldingRanges(session.onText(folds));
  connection.onSelectionRanges(
    session.onText(({ text, positions }, { positions: asked }: lsp.SelectionRangeParams) =>
      asked.map((position) => {
        const ranges = rangesAround(text.parsed.file, positions.offsetAt(position));
        return (
          ranges.reduce<lsp.SelectionRange | undefined>(
            (parent, range) => ({ range: positions.rangeOf(range), ...(parent === undefined ? {} : { parent }) }),
            undefined,
          ) ?? { range: { start: position, end: position } }
        );
      }),
    ),
  );
}

const zero: lsp.Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function locationIn(
  { path, parsed }: RequestedText["text"],
  range: { readonly start: number; readonly end: number },
  session: Session,
): lsp.Location {
  return { uri: session.paths.uriOf(path), range: positionsIn(parsed.source).rangeOf(range) };
}

function linkTarget(uri: string, path: string, session: Session): string {
  return session.paths.uriOf(absolutePath(path, folderOfPath(session.paths.pathOf(uri))));
}

/** Of a block, the line of its closing brace stays in sight. */
function folds({ text, positions }: RequestedText): lsp.FoldingRange[] {
  return foldable(text.parsed.file).flatMap(({ range, isComment }) => {
    const { start, end } = positions.rangeOf(range);
    const endLine = isComment ? end.line : end.line - 1;
    if (endLine <= start.line) return [];
    return [{ startLine: start.line, endLine, ...(isComment ? { kind: lsp.FoldingRangeKind.Comment } : {}) }];
  });
}
