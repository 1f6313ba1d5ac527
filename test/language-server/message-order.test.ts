import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import { builtPackage } from "../support/built-package.js";
import { LanguageClient } from "../support/language-client.js";

/** A server that has been told nothing yet. */
function startServer() {
  const server = spawn(process.execPath, [builtPackage().launcher, "lsp", "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void server.kill());
  const connection = lsp.createProtocolConnection(
    new lsp.StreamMessageReader(server.stdout),
    new lsp.StreamMessageWriter(server.stdin),
  );
  onTestFinished(() => connection.dispose());
  connection.listen();
  const ended = once(server, "exit").then(([code]) => code as number);
  const errorOf = (method: string, params: object = {}) =>
    connection.sendRequest(method, params).then(
      () => undefined,
      (error: lsp.ResponseError) => error.code,
    );
  const initialize = () =>
    connection.sendRequest(lsp.InitializeRequest.type, { processId: null, rootUri: null, capabilities: {} });
  return { connection, ended, errorOf, initialize };
}

const hover = { textDocument: { uri: "file:///a.journey" }, position: { line: 0, character: 0 } };

test("nothing is answered before initialize, and documents that come before it are not there", async () => {
  const { connection, errorOf, initialize } = startServer();
  const textDocument = { uri: "file:///a.journey", languageId: "journey", version: 1, text: "journey A {\n}\n" };
  await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument });
  expect(await errorOf("textDocument/hover", hover)).toBe(lsp.ErrorCodes.ServerNotInitialized);
  expect(await errorOf("shutdown")).toBe(lsp.ErrorCodes.ServerNotInitialized);
  expect(await errorOf("no/such")).toBe(lsp.ErrorCodes.ServerNotInitialized);
  await initialize();
  const symbols = await connection.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument });
  expect(symbols).toBeNull();
});

test("initialize comes once", async () => {
  const { errorOf, initialize } = startServer();
  await initialize();
  expect(await errorOf("initialize", { capabilities: {} })).toBe(lsp.ErrorCodes.InvalidRequest);
});

test("a method that nobody knows is told as such, and its notification is passed over", async () => {
  const { connection, errorOf, initialize } = startServer();
  await initialize();
  await connection.sendNotification("no/such", {});
  await connection.sendNotification("$/noSuch", {});
  expect(await errorOf("no/such")).toBe(lsp.ErrorCodes.MethodNotFound);
  expect(await errorOf("$/noSuch")).toBe(lsp.ErrorCodes.MethodNotFound);
  expect(await errorOf("workspace/executeCommand", { command: "none" })).toBe(lsp.ErrorCodes.MethodNotFound);
});

test("after shutdown only exit is taken", async () => {
  const { connection, ended, errorOf, initialize } = startServer();
  await initialize();
  expect(await connection.sendRequest(lsp.ShutdownRequest.type)).toBeNull();
  expect(await errorOf("textDocument/hover", hover)).toBe(lsp.ErrorCodes.InvalidRequest);
  expect(await errorOf("shutdown")).toBe(lsp.ErrorCodes.InvalidRequest);
  expect(await errorOf("initialize", { capabilities: {} })).toBe(lsp.ErrorCodes.InvalidRequest);
  await connection.sendNotification(lsp.ExitNotification.type);
  expect(await ended).toBe(0);
});

test.each([
  ["before initialize", false],
  ["without shutdown", true],
])("exit %s is told by the exit status", async (_, initialized) => {
  const { connection, ended, initialize } = startServer();
  if (initialized) await initialize();
  await connection.sendNotification(lsp.ExitNotification.type);
  expect(await ended).toBe(1);
});

test("the server ends when its input ends", async () => {
  const client = await LanguageClient.start({});
  const ended = once(client.process, "exit");
  client.process.stdin?.end();
  expect((await ended)[0]).toBe(1);
  client.connection.dispose();
});
