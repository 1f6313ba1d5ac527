import { spawnSync } from "node:child_process";
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

const login = `journey Login {
  start -> Decide

  node Decide: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;

const positions = [
  { line: 0, character: 0 },
  { line: 3, character: 9 },
  { line: 3, character: 100_000 },
  { line: 1_000_000, character: 0 },
];

const requests = [
  "textDocument/completion",
  "textDocument/hover",
  "textDocument/definition",
  "textDocument/documentHighlight",
  "textDocument/prepareCallHierarchy",
  "textDocument/documentSymbol",
  "textDocument/foldingRange",
  "textDocument/documentLink",
  "textDocument/codeLens",
  "textDocument/semanticTokens/full",
  "textDocument/diagnostic",
] as const;

async function askAll(uri: string): Promise<void> {
  for (const position of positions) {
    for (const method of requests) await client.connection.sendRequest(method, { textDocument: { uri }, position });
    const range = { start: positions[0], end: position };
    await client.connection.sendRequest("textDocument/inlayHint", { textDocument: { uri }, range });
    await client.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    await client.connection.sendRequest("textDocument/rangeFormatting", {
      textDocument: { uri },
      range,
      options: { tabSize: 2, insertSpaces: true },
    });
    await client.connection.sendRequest("textDocument/selectionRange", {
      textDocument: { uri },
      positions: [position],
    });
    await client.connection.sendRequest("textDocument/references", {
      textDocument: { uri },
      position,
      context: { includeDeclaration: true },
    });
  }
}

test.each([
  ["nothing", ""],
  ["a byte order mark", `\ufeff${login}`],
  ["line ends of old Macs", login.replaceAll("\n", "\r")],
  [
    "hostile names",
    'param __proto__ = 1\n\njourney constructor {\n  start -> __proto__\n\n  node __proto__: toString {\n    __proto__: "${__proto__}"\n    hasOwnProperty -> constructor\n  }\n}\n',
  ],
  ["controls and halves of characters", "journey A {\n  node \u0000\ud83d: \udca9 { \u2028 -> }\n"],
  ["deep brackets", `journey A {\n  raw ${"{ a: [".repeat(3000)}`],
  ["a long line of braces", `journey A {${"{".repeat(100_000)}`],
  ["a long line of placeholders that do not end", `journey A { a: "${"&{esv.".repeat(20_000)}" }`],
  ["a long line", `journey A { description: "${"x".repeat(200_000)}" start -> success }\n`],
])("any place in any text is answered: %s", async (_, text) => {
  client.write("strange.journey", text);
  await askAll(client.uri("strange.journey"));
});

test("documents that nobody opened, files that are none, and other schemes are answered", async () => {
  await askAll(client.uri("nobody.journey"));
  await askAll("untitled:Untitled-1");
  await askAll("vscode-vfs://github/owner/name/login.journey");
  await askAll(client.uri(""));
});

test("an unsaved document has findings", async () => {
  const uri = "untitled:Untitled-2";
  const text = login.replace("-> success", "-> succes");
  await client.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "journey", version: 1, text },
  });
  await client.until(() => client.published.some((each) => each.uri === uri));
  const told = client.published.findLast((each) => each.uri === uri);
  expect(told?.diagnostics.map(({ code }) => code)).toContain("unresolved-target");
});

test("an answer is for the newest text, or none", async () => {
  client.write("login.journey", login);
  const textDocument = { uri: client.uri("login.journey") };
  for (let round = 0; round < 20; round++) {
    const asked = client.connection.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument });
    client.write("login.journey", login.replaceAll("Decide", `Decide${round}`));
    const again = client.connection.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument });
    const refused = await asked.then(
      () => undefined,
      (error: lsp.ResponseError) => error.code,
    );
    expect([undefined, lsp.LSPErrorCodes.ContentModified]).toContain(refused);
    const [journey] = (await again) as lsp.DocumentSymbol[];
    expect(journey?.children?.map(({ name }) => name)).toEqual([`Decide${round}`]);
  }
});

test("what is cancelled is refused or answered, and the next request is served", async () => {
  client.write("login.journey", login);
  const textDocument = { uri: client.uri("login.journey") };
  const cancel = new lsp.CancellationTokenSource();
  const asked = client.connection.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument }, cancel.token);
  cancel.cancel();
  const code = await asked.then(
    () => undefined,
    (error: lsp.ResponseError) => error.code,
  );
  expect([undefined, lsp.LSPErrorCodes.RequestCancelled]).toContain(code);
  expect(await client.connection.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument })).toHaveLength(1);
});

test("the server ends when the process of its editor is gone", async () => {
  const { pid: gone } = spawnSync(process.execPath, ["--version"]);
  const left = await LanguageClient.start({ arguments: [`--clientProcessId=${gone}`] });
  const code = await new Promise((resolve) => left.process.once("exit", resolve));
  expect(code).toBe(1);
  left.connection.dispose();
});
