import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import { edited, LanguageClient, marked } from "../support/language-client.js";
import { temporaryFolder } from "../support/temporary-folder.js";

let client: LanguageClient;
beforeAll(async () => {
  client = await LanguageClient.start();
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
});

const options = { tabSize: 2, insertSpaces: true };
const textDocument = () => ({ uri: client.uri("login.journey") });

const untidy = `journey Login {
start -> Decide
  // why
  node Decide: DataStoreDecision { true -> success
    false->failure }
  page Name { node User: UsernameCollector
    -> Decide }
}
`;

const tidy = `journey Login {
  start -> Decide

  // why
  node Decide: DataStoreDecision {
    true -> success
    false -> failure
  }

  page Name {
    node User: UsernameCollector

    -> Decide
  }
}
`;

test("a text gets its canonical form, by edits of the lines that change alone", async () => {
  client.write("login.journey", untidy);
  const request = { textDocument: textDocument(), options };
  const edits = await client.connection.sendRequest(lsp.DocumentFormattingRequest.type, request);
  expect(edited(untidy, edits ?? [])).toBe(tidy);
  expect(edits?.some(({ range }) => range.start.line <= 2 && range.end.line > 2)).toBe(false);
  client.write("login.journey", tidy);
  expect(await client.connection.sendRequest(lsp.DocumentFormattingRequest.type, request)).toEqual([]);
});

test("line ends stay as they are", async () => {
  const text = untidy.replaceAll("\n", "\r\n");
  client.write("login.journey", text);
  const request = { textDocument: textDocument(), options };
  const edits = await client.connection.sendRequest(lsp.DocumentFormattingRequest.type, request);
  expect(edited(text, edits ?? [])).toBe(tidy.replaceAll("\n", "\r\n"));
});

test("of a range, only what touches it is changed", async () => {
  client.write("login.journey", untidy);
  const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
  const edits = await client.connection.sendRequest(lsp.DocumentRangeFormattingRequest.type, {
    textDocument: textDocument(),
    range,
    options,
  });
  const text = edited(untidy, edits ?? []);
  expect(text).toContain("  node Decide: DataStoreDecision {\n    true -> success\n");
  expect(text).toContain("  page Name { node User: UsernameCollector\n");
});

test("a closing brace formats its block alone", async () => {
  const { text, position } = marked(untidy.replace("->failure }", "->failure }|"));
  client.write("login.journey", text);
  const edits = await client.connection.sendRequest(lsp.DocumentOnTypeFormattingRequest.type, {
    textDocument: textDocument(),
    position,
    ch: "}",
    options,
  });
  const formatted = edited(text, edits ?? []);
  expect(formatted).toContain("    true -> success\n    false -> failure\n  }\n");
  expect(formatted).toContain("journey Login {\nstart -> Decide\n");
  expect(formatted).toContain("  page Name { node User: UsernameCollector\n");
});

test("a text with syntax errors is left as it is", async () => {
  client.write("login.journey", untidy.replace("Name {", "Name {{"));
  const request = { textDocument: textDocument(), options };
  expect(await client.connection.sendRequest(lsp.DocumentFormattingRequest.type, request)).toEqual([]);
});

test("a byte order mark in a document is a character, as its editor counts it", async () => {
  const text = `\ufeff  ${untidy}`;
  client.write("login.journey", text);
  const request = { textDocument: textDocument(), options };
  const edits = await client.connection.sendRequest(lsp.DocumentFormattingRequest.type, request);
  expect(edited(text, edits ?? []).replace("\ufeff", "")).toBe(tidy);
  const position = { line: 0, character: text.indexOf("Login") };
  const found = await client.connection.sendRequest(lsp.HoverRequest.type, { textDocument: textDocument(), position });
  expect(found?.range?.start).toEqual(position);
});

test("a byte order mark of a file is no character of the text that an editor opens", async () => {
  const folder = temporaryFolder({
    "inner.journey": "\ufeffjourney Inner { start -> success }\n",
    "outer.journey":
      'journey Outer {\n  start -> Run\n\n  node Run: InnerTreeEvaluator {\n    tree: "Inner"\n\n    true -> success\n    false -> failure\n  }\n}\n',
  });
  const inFolder = await LanguageClient.start({ folder });
  inFolder.open("outer.journey", readFileSync(join(folder, "outer.journey"), "utf8"));
  const found = await inFolder.connection.sendRequest(lsp.DefinitionRequest.type, {
    textDocument: { uri: inFolder.uri("outer.journey") },
    position: { line: 4, character: 12 },
  });
  expect([found].flat()).toMatchObject([{ range: { start: { line: 0, character: "journey ".length } } }]);
  await inFolder.stop();
});
