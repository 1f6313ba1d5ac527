import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renderPretty } from "../../../src/diagnostics/render/pretty.js";
import { plainStyle } from "../../../src/diagnostics/render/style.js";
import { printFile } from "../../../src/format/format.js";
import { tokenize } from "../../../src/syntax/lexer.js";
import { parse } from "../../../src/syntax/parse.js";
import { Problems } from "../../../src/syntax/problems.js";
import { balanceBrackets } from "../../../src/syntax/repair/balance-brackets.js";
import { markStatements } from "../../../src/syntax/repair/mark-statements.js";
import type { TokenVector } from "../../../src/syntax/token-vector.js";
import { SourceFile } from "../../../src/text/source-file.js";
import { fencedBlocks } from "../../support/fenced-blocks.js";

const page = readFileSync(join(import.meta.dirname, "..", "..", "..", "docs", "broken-text.md"), "utf8");

const marks: Readonly<Record<string, string>> = { Arrow: "->", Colon: ":", RBrace: "}", RBracket: "]" };

/** What the author wrote stands as it is, what a pass put in between `‹` and `›`, and what begins a statement behind `▸`. */
function show(tokens: TokenVector): string {
  const first = tokens.findFirstOnLine();
  let shown = "";
  for (let index = 0; index < tokens.length; index++) {
    const type = tokens.tokenAt(index)!.tokenType;
    const image = tokens.imageAt(index);
    const start = tokens.startAt(index);
    const line = tokens.text.lastIndexOf("\n", start - 1) + 1;
    const isFirst = first[index] === 1 && image !== "";
    if (isFirst) shown += `${shown === "" ? "" : "\n"}${" ".repeat(start - line)}`;
    else shown += " ";
    if (/Start$|Keyword$/.test(type.name)) shown += "▸";
    shown += image === "" ? `‹${marks[type.name]}›` : image;
  }
  return `${shown}\n`;
}

test("the page shows the passes as they are", () => {
  const [broken, brackets, statements, tree, findings] = fencedBlocks(page).map(({ text }) => text);
  const source = new SourceFile("recover.journey", broken!);
  const problems = new Problems(source);
  const balanced = balanceBrackets(tokenize(source.text, problems).tokens, problems);
  const marked = markStatements(balanced, problems);
  const { file, diagnostics } = parse(source);
  expect(show(balanced)).toBe(brackets);
  expect(show(marked)).toBe(statements);
  expect(printFile(file)).toBe(tree);
  expect(renderPretty(diagnostics, { style: plainStyle, columns: 100, limit: 9 })).toBe(findings);
});
