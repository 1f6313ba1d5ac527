import { expect, onTestFinished, test } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import { LanguageClient, marked } from "../support/language-client.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const inner = `journey Inner {
  innerTreeOnly: true

  start -> Say

  node Say: MessageNode {
    message: "m"

    true -> success
    false -> failure
  }
}
`;
const outer = `journey Outer {
  start -> Run

  node Run: InnerTreeEvaluator {
    tree: "In|ner"

    true -> success
    false -> failure
  }
}
`;

/** A client with two workspace folders that have journeys of the same names, and with a third one that lacks the inner journey. */
async function startWithFolders() {
  const workspaceFolders = ["left", "right", "lonely"].map((name) => `file:///journeys/${name}`);
  const client = await LanguageClient.start({ folder: "/journeys", workspaceFolders });
  onTestFinished(async () => void (await client.stop()));
  const { text, position } = marked(outer);
  // The calls come last: what is first told of them is told with the journeys that they call.
  for (const name of ["left", "right"]) client.write(`${name}/inner.journey`, inner);
  for (const name of ["left", "right", "lonely"]) client.write(`${name}/outer.journey`, text);
  const at = (name: string) => ({ textDocument: { uri: client.uri(`${name}/outer.journey`) }, position });
  return { client, at };
}

test("a workspace folder is a whole of its own: names of another one are not meant", async () => {
  const { client, at } = await startWithFolders();
  const { connection } = client;
  const own = ["right/inner.journey", "right/outer.journey"].map((name) => client.uri(name));

  const edit = await connection.sendRequest(lsp.RenameRequest.type, { ...at("right"), newName: "Other" });
  expect(Object.keys(edit?.changes ?? {}).sort()).toEqual(own);

  const context = { includeDeclaration: true };
  const references = await connection.sendRequest(lsp.ReferencesRequest.type, { ...at("right"), context });
  expect((references ?? []).map(({ uri }) => uri).sort()).toEqual(own);

  const definition = await connection.sendRequest(lsp.DefinitionRequest.type, at("right"));
  expect((definition as lsp.Location[]).map(({ uri }) => uri)).toEqual([own[0]]);

  const hover = await connection.sendRequest(lsp.HoverRequest.type, at("right"));
  expect(hover?.contents).toMatchObject({ value: "**Journey Inner**, 1 node\n\nCalled by `Outer`" });

  const completed = await connection.sendRequest(lsp.CompletionRequest.type, at("right"));
  expect((completed as lsp.CompletionItem[]).map(({ label }) => label).sort()).toEqual(["Inner", "Outer"]);

  const [item] = (await connection.sendRequest(lsp.CallHierarchyPrepareRequest.type, at("right"))) ?? [];
  const calls = await connection.sendRequest(lsp.CallHierarchyIncomingCallsRequest.type, { item: item! });
  expect((calls ?? []).map(({ from }) => from.uri)).toEqual([own[1]]);
});

test("what a workspace folder lacks is not taken from another one", async () => {
  const { client, at } = await startWithFolders();
  const diagnostics = async (name: string) =>
    (await client.diagnostics(`${name}/outer.journey`)).map(({ code }) => code);
  expect(await diagnostics("left")).toEqual([]);
  expect(await diagnostics("lonely")).toEqual(["unknown-inner-journey"]);
  const completed = await client.connection.sendRequest(lsp.CompletionRequest.type, at("lonely"));
  expect((completed as lsp.CompletionItem[]).map(({ label }) => label)).toEqual(["Outer"]);
  await expect(
    client.connection.sendRequest(lsp.RenameRequest.type, { ...at("lonely"), newName: "Other" }),
  ).rejects.toThrow("This journey is not declared in a text of this project");
  const definition = await client.connection.sendRequest(lsp.DefinitionRequest.type, at("lonely"));
  expect(definition).toEqual([]);
});

test("symbols of the workspace are those of all folders", async () => {
  const { client } = await startWithFolders();
  const symbols = await client.connection.sendRequest(lsp.WorkspaceSymbolRequest.type, { query: "Outer" });
  expect((symbols as lsp.SymbolInformation[]).map(({ location }) => location.uri).sort()).toEqual(
    ["left", "lonely", "right"].map((name) => client.uri(`${name}/outer.journey`)),
  );
});

test("what two projects share has one name in both, and a folder around them reads nothing into that", async () => {
  const configuration = '{ "include": [".", "../shared"] }';
  const { text, position } = marked(outer);
  const calling = (name: string) => text.replace("Outer", name);
  const folder = temporaryFolder({
    "left/journey.config.json": configuration,
    "right/journey.config.json": configuration,
    "other/journey.config.json": "{}",
    "shared/inner.journey": inner,
    "left/outer.journey": calling("Left"),
    "right/outer.journey": calling("Right"),
    "other/outer.journey": calling("Other"),
    "other/inner.journey": inner,
  });
  const client = await LanguageClient.start({ folder });
  onTestFinished(async () => void (await client.stop()));
  for (const name of ["left", "right", "other"]) client.open(`${name}/outer.journey`, calling(name));
  const request = { textDocument: { uri: client.uri("left/outer.journey") }, position };
  const shared = ["left/outer.journey", "right/outer.journey", "shared/inner.journey"].map((name) => client.uri(name));
  const edit = await client.connection.sendRequest(lsp.RenameRequest.type, { ...request, newName: "Renamed" });
  expect(Object.keys(edit?.changes ?? {}).sort()).toEqual(shared);
  const context = { includeDeclaration: true };
  const references = await client.connection.sendRequest(lsp.ReferencesRequest.type, { ...request, context });
  expect((references ?? []).map(({ uri }) => uri).sort()).toEqual(shared);
});
