import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import { LanguageClient } from "../support/language-client.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const inner = `journey Inner {
  innerTreeOnly: true

  start -> Nowhere
}
`;
const outer = `journey Outer {
  start -> Run

  node Run: InnerTreeEvaluator {
    tree: "Inner"

    true -> Nobody
    false -> failure
  }
}
`;
const atTree = { line: 4, character: 12 };

async function start(workspaceFolders: readonly string[]) {
  const client = await LanguageClient.start({ folder: "/nowhere", workspaceFolders });
  onTestFinished(async () => void (await client.stop()));
  const open = (uri: string, text: string) =>
    client.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: "journey", version: 1, text },
    });
  return { client, open };
}

test.each([
  ["a colon as it is", "file:///journeys", "a:b"],
  ["a colon that is encoded", "file:///journeys", "a%3Ab"],
  ["what need not be encoded", "file:///journeys", "a+b(1)'!~@$&=;,"],
  ["all that is encoded", "file:///journeys", "a%2Bb%281%29%27%21~%40%24%26%3D%3B%2C"],
  ["small hexadecimal digits", "file:///journeys", "caf%c3%a9%5bx%5d"],
  ["letters that are not encoded", "file:///journeys", "é😀"],
  ["a hash and a percent sign", "file:///journeys", "p%23q%25"],
  ["an encoded letter", "file:///journeys", "%6Cogin"],
  ["a drive", "file:///c%3A/journeys", "login"],
  ["a drive with a capital letter and a colon", "file:///C:/journeys", "login"],
  ["another scheme", "vscode-vfs://github/owner/name%20x", "a:b(1)"],
])("a URI comes back as the client wrote it: %s", async (_, folder, name) => {
  const { client, open } = await start([folder]);
  const uris = { inner: `${folder}/${name}-inner.journey`, outer: `${folder}/${name}.journey` };
  await open(uris.inner, inner);
  await open(uris.outer, outer);
  await client.until(() => client.published.some(({ uri }) => uri === uris.outer));
  const known = [folder, ...Object.values(uris)];
  expect(client.published.filter(({ uri }) => !known.includes(uri))).toEqual([]);
  const told = client.published.findLast(({ uri }) => uri === uris.outer);
  expect(told?.diagnostics.map(({ code }) => code)).toEqual(["unresolved-target"]);

  const request = { textDocument: { uri: uris.outer }, position: atTree };
  const edit = await client.connection.sendRequest(lsp.RenameRequest.type, { ...request, newName: "Other" });
  expect(Object.keys(edit?.changes ?? {}).sort()).toEqual(Object.values(uris).sort());
  const definition = await client.connection.sendRequest(lsp.DefinitionRequest.type, request);
  expect((definition as lsp.Location[]).map(({ uri }) => uri)).toEqual([uris.inner]);
  const report = await client.connection.sendRequest(lsp.WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
  expect(report.items.map(({ uri }) => uri).sort()).toEqual(Object.values(uris).sort());
});

test("the URI of a file that nobody has opened begins as that of its workspace folder", async () => {
  const folder = temporaryFolder();
  const place = join(folder, "journeys of (old) days");
  mkdirSync(join(place, "a b"), { recursive: true });
  writeFileSync(join(place, "a b", "c:d.journey"), inner);
  const uri = `file://${folder}/journeys%20of%20(old)%20days`;
  const { client } = await start([`${uri}/`]);
  await client.until(() => client.published.length > 0);
  expect(client.published.map((each) => each.uri)).toEqual([`${uri}/a%20b/c%3Ad.journey`]);
});

test("a document that is an older revision of a file does not stand for the file", async () => {
  const folder = "file:///journeys";
  const { client, open } = await start([folder]);
  const file = `${folder}/outer.journey`;
  const revision = "git:/journeys/outer.journey?%7B%22ref%22%3A%22HEAD%22%7D";
  await open(`${folder}/inner.journey`, inner.replace("Nowhere", "success"));
  await open(file, outer.replace("Nobody", "success"));
  await open(revision, outer);
  const report = async (uri: string) => {
    const answer = await client.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return answer.kind === "full" ? answer.items.map(({ code }) => code) : [];
  };
  expect(await report(file)).not.toContain("unresolved-target");
  expect(await report(revision)).toContain("unresolved-target");
});
