import { unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import { type ClientOptions, LanguageClient } from "../support/language-client.js";
import { temporaryFolder } from "../support/temporary-folder.js";

async function startIn(files: Readonly<Record<string, string>>, options: ClientOptions = {}): Promise<LanguageClient> {
  const client = await LanguageClient.start({ folder: temporaryFolder(files), ...options });
  onTestFinished(() => void client.process.kill());
  return client;
}

const right = `journey Login {
  start -> Name

  page Name {
    pageHeader: "Name"

    node User: UsernameCollector

    -> Decide
  }

  node Decide: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;

const inner = `journey Outer {
  start -> Call

  node Call: InnerTreeEvaluator {
    tree: "Login"

    true -> success
    false -> failure
  }
}
`;

const codesOf = (diagnostics: readonly lsp.Diagnostic[]) => diagnostics.map(({ code }) => code);

test("a mistake is told as it is typed, and gone when it is mended; the version is that of the text", async () => {
  const client = await startIn({});
  client.open("login.journey", right);
  const before = codesOf(await client.diagnostics("login.journey"));
  expect(before).not.toContain("unresolved-target");
  client.replace("login.journey", "-> Decide", "-> Decid");
  const [found] = (await client.diagnostics("login.journey")).filter(({ code }) => code === "unresolved-target");
  expect(found).toMatchObject({
    range: { start: { line: 8, character: 7 }, end: { line: 8, character: 12 } },
    severity: lsp.DiagnosticSeverity.Error,
    source: "journeyc",
  });
  expect(found?.message).toContain("Did you mean `Decide`?");
  expect(found?.codeDescription?.href).toMatch(/^file:.*docs\/rules\/unresolved-target\.md$/);
  client.replace("login.journey", "Decid\n", "Decide\n");
  expect(codesOf(await client.diagnostics("login.journey"))).toEqual(before);
  expect(client.published.map(({ version }) => version).filter((version) => version !== undefined)).toEqual(
    client.published
      .map(({ version }) => version)
      .filter((version) => version !== undefined)
      .toSorted(),
  );
  expect(await client.stop()).toBe(0);
});

test("a change in one file changes what is wrong in another, which need not be open", async () => {
  const client = await startIn({ "outer.journey": inner, "login.journey": right });
  client.open("login.journey", right);
  await client.diagnostics("login.journey");
  client.replace("login.journey", "journey Login", "journey Logout");
  await client.until(() =>
    client.published.some(
      ({ uri, diagnostics }) =>
        uri === client.uri("outer.journey") && codesOf(diagnostics).includes("unknown-inner-journey"),
    ),
  );
  client.replace("login.journey", "journey Logout", "journey Login");
  await client.until(() => {
    const last = client.published.findLast(({ uri }) => uri === client.uri("outer.journey"));
    return last !== undefined && !codesOf(last.diagnostics).includes("unknown-inner-journey");
  });
});

test("files that change outside of the editor are heard of where the client tells, and with the next save where it does not", async () => {
  const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
  const client = await startIn({ "outer.journey": inner, "login.journey": right }, { capabilities });
  client.open("outer.journey", inner);
  expect(codesOf(await client.diagnostics("outer.journey"))).not.toContain("unknown-inner-journey");
  expect(client.registrations.map(({ method }) => method)).toContain("workspace/didChangeWatchedFiles");
  unlinkSync(join(client.folder, "login.journey"));
  client.published.length = 0;
  client.filesChanged("login.journey");
  expect(codesOf(await client.diagnostics("outer.journey"))).toContain("unknown-inner-journey");

  const silent = await startIn({ "outer.journey": inner });
  silent.open("outer.journey", inner);
  expect(codesOf(await silent.diagnostics("outer.journey"))).toContain("unknown-inner-journey");
  writeFileSync(join(silent.folder, "login.journey"), right);
  silent.published.length = 0;
  silent.save("outer.journey");
  expect(codesOf(await silent.diagnostics("outer.journey"))).not.toContain("unknown-inner-journey");
});

test("the configuration of the nearest folder holds, and what is wrong in it is told", async () => {
  const unused = right.replace("start -> Name", "start -> Decide");
  const client = await startIn({
    "journey.config.json": '{ "rules": { "unreachable-node": { "severity": "off", "reason": "a draft" } } }',
    "login.journey": unused,
  });
  client.open("login.journey", unused);
  expect(codesOf(await client.diagnostics("login.journey"))).not.toContain("unreachable-node");
  client.open("journey.config.json", '{ "rule": {} }', "json");
  expect(codesOf(await client.diagnostics("journey.config.json"))).toEqual(["unknown-setting"]);
});

test("a document outside of all folders stands alone", async () => {
  const folder = temporaryFolder({ "a.journey": right.replace("-> Decide", "-> Nobody") });
  const client = await LanguageClient.start({});
  onTestFinished(() => void client.process.kill());
  Object.assign(client, { folder });
  client.open("b.journey", right.replace("Login", "Second"));
  await client.diagnostics("b.journey");
  expect(client.published.filter(({ uri }) => uri === client.uri("a.journey"))).toEqual([]);
});

test("a client that pulls gets reports, unchanged ones too, and is asked to pull again; nothing is pushed", async () => {
  const capabilities = {
    textDocument: { diagnostic: { relatedDocumentSupport: false } },
    workspace: { diagnostics: { refreshSupport: true } },
  };
  const client = await startIn({ "outer.journey": inner, "login.journey": right }, { capabilities });
  client.open("login.journey", right);
  const pull = (name: string, previousResultId?: string) =>
    client.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, {
      textDocument: { uri: client.uri(name) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  const first = await pull("login.journey");
  expect(first.kind).toBe("full");
  expect(await pull("login.journey", first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
  client.replace("login.journey", "journey Login", "journey Logout");
  await client.until(() => client.refreshes > 0);
  const { items } = await client.connection.sendRequest(lsp.WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
  const outer = items.find(({ uri }) => uri === client.uri("outer.journey"));
  expect(outer?.kind === "full" && codesOf(outer.items)).toContain("unknown-inner-journey");
  expect(client.published).toEqual([]);
});

test("a finding that has moved with its text is told to a client that pulls, at its new place", async () => {
  const text = right.replace("-> Decide", "-> Nobody");
  const client = await startIn({ "login.journey": text }, { capabilities: { textDocument: { diagnostic: {} } } });
  client.open("login.journey", text);
  const pull = async (previousResultId?: string) => {
    const textDocument = { uri: client.uri("login.journey") };
    const report = await client.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, {
      textDocument,
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
    const items = report.kind === "full" ? report.items : [];
    return { id: report.resultId, lines: items.map(({ code, range }) => [code, range.start.line]) };
  };
  const first = await pull();
  expect(first.lines.length).toBeGreaterThan(0);
  const moved = first.lines.map(([code, line]) => [code, Number(line) + 1]);
  client.replace("login.journey", "page Name {", "page Name {\n");
  const second = await pull(first.id);
  expect(second.lines).toEqual(moved);
  expect((await pull(second.id)).lines).toEqual([]);
  client.replace("login.journey", "page Name {\n", "page Name {");
  expect((await pull(second.id)).lines).toEqual(first.lines);
});

test("a configuration that is code is run, and is not where the command forbids it", async () => {
  const files = {
    "journey.config.mjs": 'export default { rules: { "unreachable-node": { severity: "off", reason: "a draft" } } };\n',
    "login.journey": right.replace("start -> Name", "start -> Decide"),
  };
  const client = await startIn(files);
  client.open("login.journey", files["login.journey"]);
  expect(codesOf(await client.diagnostics("login.journey"))).not.toContain("unreachable-node");
  const careful = await startIn(files, { arguments: ["--no-config-code"] });
  careful.open("login.journey", files["login.journey"]);
  expect(codesOf(await careful.diagnostics("login.journey"))).toContain("unreachable-node");
});
