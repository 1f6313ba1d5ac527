import * as lsp from "vscode-languageserver";
import { textsOf } from "../../language/names/occurrences.js";
import { declarationsIn, type OutlineEntry } from "../../language/outline.js";
import { semanticTokens, tokenModifiers, tokenTypes } from "../../language/semantic-tokens.js";
import type { Session } from "../session.js";
import { positionsIn, type TextPositions } from "../text-positions.js";

export const tokenLegend: lsp.SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/** The declarations of a text and of all texts, and what the names in a text mean. */
export function answerSymbols(session: Session): void {
  const { connection, workspace } = session;
  connection.onDocumentSymbol(
    session.onText(({ text, positions }) =>
      declarationsIn(text.parsed.file).map((entry) => symbolOf(entry, positions)),
    ),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    session.fresh(token, async () => {
      const texts = textsOf(await workspace.projects());
      return texts.flatMap((text) => {
        const positions = positionsIn(text.parsed.source);
        const uri = session.paths.uriOf(text.path);
        return flat(declarationsIn(text.parsed.file), undefined)
          .filter(({ entry }) => entry.kind !== "rule" && entry.kind !== "block" && isLike(entry.name, query))
          .map(
            ({ entry, container }): lsp.SymbolInformation => ({
              name: entry.name,
              kind: kinds[entry.kind],
              location: { uri, range: positions.rangeOf(entry.nameRange) },
              ...(container === undefined ? {} : { containerName: container }),
            }),
          );
      });
    }),
  );
  connection.languages.semanticTokens.on(
    async (params, token) =>
      (await session.onText(({ text, positions }) => {
        const builder = new lsp.SemanticTokensBuilder();
        for (const { range, type, isDeclaration } of semanticTokens(text)) {
          const { start, end } = positions.rangeOf(range);
          builder.push(
            start.line,
            start.character,
            end.character - start.character,
            tokenTypes.indexOf(type),
            isDeclaration ? 1 : 0,
          );
        }
        return builder.build();
      })(params, token)) ?? { data: [] },
  );
}

function symbolOf(
  { name, detail, kind, range, nameRange, inner }: OutlineEntry,
  positions: TextPositions,
): lsp.DocumentSymbol {
  return {
    name,
    detail,
    kind: kinds[kind],
    range: positions.rangeOf(range),
    selectionRange: positions.rangeOf(nameRange),
    children: inner.map((each) => symbolOf(each, positions)),
  };
}

function flat(
  entries: readonly OutlineEntry[],
  container: string | undefined,
): readonly { readonly entry: OutlineEntry; readonly container: string | undefined }[] {
  return entries.flatMap((entry) => [{ entry, container }, ...flat(entry.inner, entry.name)]);
}

/** Whether a name has the characters of a query in their order, as editors match. */
function isLike(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase()) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const kinds: Readonly<Record<OutlineEntry["kind"], lsp.SymbolKind>> = {
  journey: lsp.SymbolKind.Module,
  page: lsp.SymbolKind.Struct,
  node: lsp.SymbolKind.Object,
  script: lsp.SymbolKind.Function,
  param: lsp.SymbolKind.Constant,
  type: lsp.SymbolKind.Class,
  resource: lsp.SymbolKind.File,
  scenario: lsp.SymbolKind.Event,
  rule: lsp.SymbolKind.Operator,
  block: lsp.SymbolKind.Property,
};
