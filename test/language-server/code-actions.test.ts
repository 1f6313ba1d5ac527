import { afterAll, beforeAll, expect, test } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import { edited, LanguageClient, marked } from "../support/language-client.js";

let client: LanguageClient;
beforeAll(async () => {
  client = await LanguageClient.start();
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
});

const misspelt = `journey Login {
  start -> Decide

  node Decide: DataStoreDecison {
    tru|e -> succes
    false -> failure
  }
}
`;

async function actionsAt(text: string, context: Partial<lsp.CodeActionContext> = {}) {
  const { text: plain, position } = marked(text);
  client.write("login.journey", plain);
  await client.diagnostics("login.journey");
  const actions = await client.connection.sendRequest(lsp.CodeActionRequest.type, {
    textDocument: { uri: client.uri("login.journey") },
    range: { start: position, end: position },
    context: { diagnostics: [], only: ["quickfix"], ...context },
  });
  return (actions ?? []) as lsp.CodeAction[];
}

function applied(action: lsp.CodeAction | undefined): string {
  return edited(client.textOf("login.journey"), action?.edit?.changes?.[client.uri("login.journey")] ?? []);
}

test("a finding brings its fix, which takes the finding away", async () => {
  const [action, ...others] = await actionsAt(misspelt.replace("|", "").replace("-> succes", "-> suc|ces"));
  expect(others).toEqual([]);
  expect(action).toMatchObject({ title: "Change to success", kind: "quickfix", isPreferred: true });
  expect(action?.diagnostics?.map(({ code }) => code)).toEqual(["unresolved-target"]);
  expect(applied(action)).toBe(misspelt.replace("|", "").replace("-> succes\n", "-> success\n"));
});

test("nothing is offered where nothing is wrong", async () => {
  expect(await actionsAt(misspelt.replace("|", "").replace("false", "fal|se"))).toEqual([]);
});

test("all fixes at once are one action, for those who ask for it", async () => {
  const [action, ...others] = await actionsAt(misspelt, { only: ["source.fixAll"] });
  expect(others).toEqual([]);
  expect(action?.kind).toBe("source.fixAll.journeyc");
  const right = misspelt.replace("|", "").replace("Decison", "Decision").replace("-> succes\n", "-> success\n");
  expect(applied(action)).toBe(right);
  expect(await actionsAt(`|${right}`, { only: ["source.fixAll.journeyc"] })).toEqual([]);
});

test("refactorings are offered for a selection, each as edits of the text", async () => {
  const right = misspelt.replace("|", "").replace("Decison", "Decision").replace("-> succes\n", "-> success\n");
  const text = right.replace("    false -> failure\n", "").replace("node Dec", "node D|ec");
  const actions = await actionsAt(text, { only: ["refactor"] });
  expect(actions.map(({ title, kind }) => [title, kind])).toEqual([
    ["Let `false` lead to failure", "refactor.rewrite"],
    ["Require `Decide` before success", "refactor.rewrite"],
  ]);
  expect(applied(actions[0])).toBe(right);
  const all = await actionsAt(text, { only: undefined as unknown as string[] });
  expect(all.map(({ kind }) => kind)).toContain("refactor.rewrite");
});
