import { afterAll, beforeAll, expect, test } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import { LanguageClient } from "../support/language-client.js";

let client: LanguageClient;
beforeAll(async () => {
  client = await LanguageClient.start({ folder: "/journeys" });
  client.write("login.journey", "journey Login {\n  start -> success\n}\n");
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
});

async function refusalOf(method: string, params: object | undefined): Promise<{ code: number; message: string }> {
  try {
    await client.connection.sendRequest(method, params);
  } catch (error) {
    if (error instanceof lsp.ResponseError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error(`${method} was answered`);
}

const textDocument = { uri: "file:///journeys/login.journey" };
const position = { line: 1, character: 2 };
const range = { start: position, end: position };

const needed: readonly (readonly [method: string, params: object])[] = [
  ["textDocument/diagnostic", { textDocument }],
  ["textDocument/completion", { textDocument, position }],
  ["textDocument/hover", { textDocument, position }],
  ["textDocument/definition", { textDocument, position }],
  ["textDocument/references", { textDocument, position, context: { includeDeclaration: true } }],
  ["textDocument/documentHighlight", { textDocument, position }],
  ["textDocument/documentSymbol", { textDocument }],
  ["textDocument/documentLink", { textDocument }],
  ["textDocument/foldingRange", { textDocument }],
  ["textDocument/selectionRange", { textDocument, positions: [position] }],
  ["textDocument/semanticTokens/full", { textDocument }],
  ["textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } }],
  ["textDocument/codeLens", { textDocument }],
  ["textDocument/inlayHint", { textDocument, range }],
  ["textDocument/formatting", { textDocument }],
  ["textDocument/rangeFormatting", { textDocument, range }],
  ["textDocument/onTypeFormatting", { textDocument, position }],
  ["textDocument/prepareRename", { textDocument, position }],
  ["textDocument/rename", { textDocument, position, newName: "Other" }],
  ["textDocument/prepareCallHierarchy", { textDocument, position }],
  ["callHierarchy/incomingCalls", { item: { uri: textDocument.uri, data: "Login" } }],
  ["callHierarchy/outgoingCalls", { item: { uri: textDocument.uri, data: "Login" } }],
  ["workspace/symbol", { query: "" }],
  ["workspace/diagnostic", { previousResultIds: [] }],
  ["journey/picture", { textDocument }],
  ["journey/exportText", { textDocument }],
  ["journey/importExport", { textDocument }],
  ["journey/compare", { before: textDocument.uri, after: textDocument.uri }],
];

test.each(needed)("%s names what is missing or has another shape", async (method, params) => {
  for (const name of Object.keys(params)) {
    const without = Object.fromEntries(Object.entries(params).filter(([each]) => each !== name));
    expect(await refusalOf(method, without)).toEqual({
      code: lsp.ErrorCodes.InvalidParams,
      message: `${method} needs "${name}"`,
    });
    for (const wrong of [null, 7, [7], {}]) {
      expect(await refusalOf(method, { ...params, [name]: wrong })).toEqual({
        code: lsp.ErrorCodes.InvalidParams,
        message: `"${name}" of ${method} has another shape than the protocol says`,
      });
    }
  }
  expect((await refusalOf(method, undefined)).code).toBe(lsp.ErrorCodes.InvalidParams);
});

test.each([
  ["journey/simulate", { run: "first" }],
  ["journey/simulate", { command: "resume" }],
  ["journey/picture", { textDocument, position: { line: -1, character: 0 } }],
  ["journey/runScenarios", { scenarios: "all" }],
  ["textDocument/hover", { textDocument, position: { line: 0.5, character: 0 } }],
])("%s refuses a part that may be left out, but has another shape: %o", async (method, params) => {
  expect((await refusalOf(method, params)).code).toBe(lsp.ErrorCodes.InvalidParams);
});

test.each([
  ["textDocument/didOpen", {}],
  ["textDocument/didOpen", { textDocument: { uri: 7, languageId: "journey", version: 1, text: 8 } }],
  ["textDocument/didChange", { textDocument, contentChanges: 7 }],
  ["textDocument/didClose", {}],
  ["workspace/didChangeWatchedFiles", {}],
  ["workspace/didChangeWatchedFiles", { changes: [{ uri: null, type: 1 }] }],
])("the notification %s of another shape changes nothing: %o", async (method, params) => {
  await client.connection.sendNotification(method, params);
  const [journey] = (await client.connection.sendRequest("textDocument/documentSymbol", { textDocument })) as {
    name: string;
  }[];
  expect(journey?.name).toBe("Login");
});
