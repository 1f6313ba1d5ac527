import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import { builtPackage } from "../support/built-package.js";
import { WorkerServer } from "../support/worker-server.js";

const text = `journey Login {
  start -> Ask

  node Ask: HasSession {
    level: "high"

    True -> success
  }
}
`;
const types = `extern node HasSession "designer-1" {
  outcomes: ["True"]
  schema: "types/level.json"
}

`;
const schema = `{ "type": "object", "properties": { "level": { "type": "string", "pattern": "^[0-9]+$" } } }`;

it("has at most 1.2 MB compressed, with the catalogue", () => {
  const file = join(builtPackage().folder, "dist", "language-server", "worker.js");
  expect(gzipSync(readFileSync(file)).length).toBeLessThan(1_200_000);
});

it("checks with foreign schemas, and hears of files that come, change and go", async () => {
  const server = await WorkerServer.start({ "Login.journey": types + text, "types/level.json": schema });
  onTestFinished(() => server.stop());
  const uri = server.uri("Login.journey");
  const messages = async () => {
    const report = await server.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === "full" ? report.items.map(({ message }) => message) : [];
  };
  const tell = (name: string, content: string | null) =>
    server.connection.sendNotification("journey/files", { files: [{ uri: server.uri(name), text: content }] });
  expect((await messages()).join()).toMatch(/level.*\^\[0-9\]\+\$/s);
  await tell("types/level.json", schema.replace("[0-9]", "[a-z]"));
  expect((await messages()).join()).not.toContain("level");
  await tell("types/level.json", null);
  expect((await messages()).join()).toContain("types/level.json");
  await tell("Login.journey", text);
  expect((await messages()).join()).toContain("HasSession");
});

it("completes, tells, finds, renames, refactors and formats as the process does", async () => {
  const server = await WorkerServer.start({ "Login.journey": types + text });
  onTestFinished(() => server.stop());
  const textDocument = { uri: server.uri("Login.journey") };
  const ask = (line: number, character: number) => ({ textDocument, position: { line, character } });
  const lines = (types + text).split("\n");
  const line = lines.findIndex((each) => each.includes("start -> Ask"));
  const completed = await server.connection.sendRequest(lsp.CompletionRequest.type, ask(line, "  start -> A".length));
  expect((completed as lsp.CompletionItem[]).map(({ label }) => label)).toEqual(["Ask", "success", "failure"]);
  const hover = await server.connection.sendRequest(lsp.HoverRequest.type, ask(line, "  start -> A".length));
  expect(((hover?.contents ?? { value: "" }) as lsp.MarkupContent).value).toContain("`True` → `success`");
  const renamed = await server.connection.sendRequest(lsp.RenameRequest.type, {
    ...ask(line, "  start -> A".length),
    newName: "Query",
  });
  expect(renamed?.changes?.[textDocument.uri]?.map(({ newText }) => newText)).toEqual(["Query", "Query"]);
  const symbols = await server.connection.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument });
  expect(symbols?.map(({ name }) => name)).toEqual(["HasSession", "Login"]);
  const start = { line: line + 2, character: 8 };
  const actions = (await server.connection.sendRequest(lsp.CodeActionRequest.type, {
    textDocument,
    range: { start, end: start },
    context: { diagnostics: [], only: ["refactor"] },
  })) as lsp.CodeAction[];
  expect(actions.map(({ title }) => title)).toEqual(["Require `Ask` before success"]);
  const edits = await server.connection.sendRequest(lsp.DocumentFormattingRequest.type, {
    textDocument,
    options: { tabSize: 2, insertSpaces: true },
  });
  expect(edits).toEqual([]);
});
