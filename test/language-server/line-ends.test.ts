import { afterAll, beforeAll, expect, test } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import { LanguageClient } from "../support/language-client.js";

let client: LanguageClient;
beforeAll(async () => {
  client = await LanguageClient.start({ folder: "/journeys" });
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
});

const lines = [
  "// Signs in.",
  "journey Login {",
  "  start -> Decide",
  "",
  "  page Decide {",
  '    pageHeader: """',
  "      Two",
  "      lines",
  '      """',
  "",
  "    node User: UsernameCollector",
  "",
  "    -> Check",
  "  }",
  "",
  "  node Check: DataStoreDecision {",
  "    true -> success",
  "    false -> Nowhere",
  "  }",
  "",
  "  forbid success after Check.false",
  "}",
  "",
];
const at = (part: string) => {
  const line = lines.findIndex((each) => each.includes(part));
  return { line, character: lines[line]!.indexOf(part) };
};

test.each([
  ["\\n", () => "\n"],
  ["\\r\\n", () => "\r\n"],
  ["\\r", () => "\r"],
  ["all three", (index: number) => ["\n", "\r", "\r\n"][index % 3]!],
  ["mostly \\n, with a \\r", (index: number) => (index === 2 ? "\r" : "\n")],
])("positions are the same whatever ends a line: %s", async (_, lineEnd) => {
  client.write("ends.journey", lines.map((line, index) => (index === 0 ? line : lineEnd(index) + line)).join(""));
  const textDocument = { uri: client.uri("ends.journey") };
  const found = await client.diagnostics("ends.journey");
  expect(found.map(({ code, range }) => [code, range.start])).toEqual([["unresolved-target", at("Nowhere")]]);

  const references = await client.connection.sendRequest(lsp.ReferencesRequest.type, {
    textDocument,
    position: at("Check: "),
    context: { includeDeclaration: true },
  });
  const places = ["Check", "Check: ", "Check.false"].map(at);
  expect(references?.map(({ range }) => range.start)).toEqual(places);

  const hover = await client.connection.sendRequest(lsp.HoverRequest.type, {
    textDocument,
    position: at("pageHeader"),
  });
  expect(hover?.range?.start).toEqual(at("pageHeader"));

  const { line, character } = at("Nowhere");
  const completed = await client.connection.sendRequest(lsp.CompletionRequest.type, {
    textDocument,
    position: { line, character: character + "Nowhere".length },
  });
  const [item] = completed as lsp.CompletionItem[];
  expect(item).toMatchObject({
    label: "Decide",
    textEdit: { range: { start: { line, character }, end: { line, character: character + "Nowhere".length } } },
  });

  const folds = await client.connection.sendRequest(lsp.FoldingRangeRequest.type, { textDocument });
  expect(folds?.map(({ startLine, endLine }) => [startLine, endLine])).toContainEqual([1, 20]);
});
