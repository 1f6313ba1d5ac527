import * as lsp from "vscode-languageserver";
import { complete } from "../../language/completion/complete.js";
import type { CompletionKind, Offered } from "../../language/completion/offered.js";
import type { Session } from "../session.js";

/** The characters behind which an editor asks by itself. */
export const completionTriggers: readonly string[] = [":", ">", ".", '"', "@", "{", " ", ","];

/** What may be written at the cursor. Descriptions come when somebody looks at an item. */
export function answerCompletion(session: Session): void {
  let last: readonly Offered[] = [];
  let list = 0;
  session.connection.onCompletion(
    session.onText(({ text, positions }, { position }: lsp.CompletionParams) => {
      const offset = positions.offsetAt(position);
      const found = complete(text, offset, [text.project]);
      if (found === undefined) return [];
      const range = positions.rangeOf(found.range);
      last = found.items;
      list++;
      return found.items.map((item, index) => protocolItem(item, index, range, { list, index }, session));
    }),
  );
  session.connection.onCompletionResolve((item) => {
    const { list: from, index } = (item.data ?? {}) as { readonly list?: number; readonly index?: number };
    const documentation = from === list && index !== undefined ? last[index]?.documentation : undefined;
    if (documentation === undefined) return item;
    const value = typeof documentation === "string" ? documentation : documentation();
    return { ...item, documentation: { kind: lsp.MarkupKind.Markdown, value } };
  });
}

function protocolItem(
  item: Offered,
  index: number,
  range: lsp.Range,
  data: object,
  session: Session,
): lsp.CompletionItem {
  const usesSnippet = item.snippet !== undefined && session.takesSnippets;
  const newText = (usesSnippet ? item.snippet : item.insert) ?? item.label;
  const { continues } = session.options;
  return {
    label: item.label,
    kind: kinds[item.kind],
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    sortText: `${item.rank ?? 5}${String(index).padStart(4, "0")}`,
    filterText: item.label,
    insertTextFormat: usesSnippet ? lsp.InsertTextFormat.Snippet : lsp.InsertTextFormat.PlainText,
    textEdit: { range, newText },
    ...(item.isDeprecated === true ? { tags: [lsp.CompletionItemTag.Deprecated] } : {}),
    ...(item.goesOn === true && continues !== undefined ? { command: { title: "", command: continues } } : {}),
    data,
  };
}

const kinds: Readonly<Record<CompletionKind, lsp.CompletionItemKind>> = {
  keyword: lsp.CompletionItemKind.Keyword,
  type: lsp.CompletionItemKind.Class,
  property: lsp.CompletionItemKind.Property,
  value: lsp.CompletionItemKind.Value,
  outcome: lsp.CompletionItemKind.EnumMember,
  node: lsp.CompletionItemKind.Variable,
  end: lsp.CompletionItemKind.Constant,
  script: lsp.CompletionItemKind.Function,
  journey: lsp.CompletionItemKind.Module,
  parameter: lsp.CompletionItemKind.Variable,
  locale: lsp.CompletionItemKind.Unit,
  file: lsp.CompletionItemKind.File,
  snippet: lsp.CompletionItemKind.Snippet,
};
