import { afterAll, beforeAll, expect, test } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import { LanguageClient, marked } from "../support/language-client.js";

const login = `param days = 3

script Risk "Check Risk" {
  file: "scripts/risk.js"
}

journey Login {
  description: "Logs users in"
  start -> Name

  page Name {
    pageHeader: "Name in \${days} days"

    node User: UsernameCollector
    node Pass: PasswordCollector

    -> Decide
  }

  node Decide: DataStoreDecision {
    true -> Rate
    false -> failure
  }

  node Rate: ScriptedDecision {
    script: Risk
    outcomes: ["low", "high"]

    low -> success
    high -> Name
  }

  require Decide.true before success

  layout {
    Decide 100, 200
    Name.User "0f3f3ec6-2f1b-4a7b-9b8b-1c2d3e4f5a6b"
  }
}
`;

const outer = `journey Outer {
  start -> Call

  node Call: InnerTreeEvaluator {
    tree: "Login"

    true -> success
    false -> failure
  }
}

scenario "it works" of Login {
  submit Name { User: "demo" }
  stub Decide -> true
  expect path [ Name, Decide.true, Rate ]
}
`;

const script = `/**
 * How risky the login is.
 */
var risk = 1;
if (risk > 2) {
  outcome = "high";
} else {
  outcome = "low";
}
`;

let client: LanguageClient;
beforeAll(async () => {
  client = await LanguageClient.start({
    folder: "/journeys",
    initializationOptions: { lenses: { runScenario: "test.run", showCallers: "test.callers" } },
  });
  client.open("login.journey", login);
  client.open("outer.journey", outer);
  client.open("scripts/risk.js", script, "javascript");
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
});

function at(text: string, name = "login.journey") {
  const whole = name === "login.journey" ? login : outer;
  const offset = whole.indexOf(text.replace("|", ""));
  expect(offset).not.toBe(-1);
  const { position } = marked(whole.slice(0, offset) + text + whole.slice(offset + text.length - 1));
  return { textDocument: { uri: client.uri(name) }, position };
}

async function hover(text: string, name?: string): Promise<string> {
  const found = await client.connection.sendRequest(lsp.HoverRequest.type, at(text, name));
  return ((found?.contents ?? { value: "" }) as lsp.MarkupContent).value;
}

/** File and line, from 1, with the text there. */
function shown({ uri, range }: lsp.Location): string {
  const isLogin = uri === client.uri("login.journey");
  const line = (isLogin ? login : outer).split("\n")[range.start.line] ?? "";
  return `${isLogin ? "login" : "outer"}:${range.start.line + 1} ${line.slice(range.start.character, range.end.character)}`;
}

async function definition(text: string, name?: string): Promise<readonly string[]> {
  const found = await client.connection.sendRequest(lsp.DefinitionRequest.type, at(text, name));
  const all = found === null ? [] : Array.isArray(found) ? found : [found];
  return all.map((each) => shown(each as lsp.Location));
}

async function references(text: string, includeDeclaration = true): Promise<readonly string[]> {
  const found = await client.connection.sendRequest(lsp.ReferencesRequest.type, {
    ...at(text),
    context: { includeDeclaration },
  });
  return (found ?? []).map(shown).toSorted();
}

test("hovering tells what a node is, where it leads, and what it does to node state", async () => {
  expect(await hover("start -> Na|me")).toContain("Shows `User` (UsernameCollector), `Pass` (PasswordCollector)");
  expect(await hover("start -> Na|me")).toContain("Writes node state: `username`, `password`");
  const decide = await hover("-> Deci|de");
  expect(decide).toContain("**Decide**, DataStoreDecision");
  expect(decide).toContain("`true` → `Rate`");
  expect(decide).toContain("`false` → `failure`");
});

test("hovering over types, properties, outcomes, scripts, parameters, journeys, ends and placeholders", async () => {
  expect(await hover("Decide: DataStore|Decision")).toContain("`DataStoreDecisionNode`");
  expect(await hover("    outco|mes: [")).toContain("`outcomes` of `ScriptedDecision`: list of strings, required");
  expect(await hover("    tr|ue -> Rate")).toContain("Outcome `true` of `Decide`");
  expect(await hover("script: Ri|sk")).toBe(
    "**Script Check Risk**, `scripts/risk.js`\n\nHow risky the login is.\n\nChooses `high`, `low`",
  );
  expect(await hover("${da|ys}")).toBe("Parameter `days`: `3` here");
  expect(await hover('tree: "Lo|gin"', "outer.journey")).toBe(
    "**Journey Login**, 3 nodes\n\nLogs users in\n\nCalled by `Outer`",
  );
  expect(await hover("low -> succ|ess")).toBe("The end where the user is logged in");
  expect(await hover('descrip|tion: "Logs')).toBe("`description` of the journey: text");
  expect(await hover('"Logs us|ers in"')).toBe("");
});

test("a name leads to its declaration, in other files too, and a path to its file", async () => {
  expect(await definition("start -> Na|me")).toEqual(["login:11 Name"]);
  expect(await definition("script: Ri|sk")).toEqual(["login:3 Risk"]);
  expect(await definition("${da|ys}")).toEqual(["login:1 days"]);
  expect(await definition("Decide.tr|ue before")).toEqual(["login:21 true"]);
  expect(await definition('Name.Us|er "0f3f')).toEqual(["login:14 User"]);
  expect(await definition('tree: "Lo|gin"', "outer.journey")).toEqual(["login:7 Login"]);
  expect(await definition("submit Na|me", "outer.journey")).toEqual(["login:11 Name"]);
  expect(await definition("{ Us|er:", "outer.journey")).toEqual(["login:14 User"]);
  expect(await hover("{ Us|er:", "outer.journey")).toContain("UsernameCollector");
  const found = await client.connection.sendRequest(lsp.DefinitionRequest.type, at('"scripts/ri|sk.js"'));
  expect((found as lsp.Location).uri).toBe(client.uri("scripts/risk.js"));
});

test("references of a node are its arrows, rules, layout and scenarios of other files", async () => {
  expect(await references("node Dec|ide")).toEqual(
    [
      "login:17 Decide",
      "login:20 Decide",
      "login:33 Decide",
      "login:36 Decide",
      "outer:14 Decide",
      "outer:15 Decide",
    ].toSorted(),
  );
  expect(await references("journey Lo|gin")).toEqual(["login:7 Login", "outer:12 Login", "outer:5 Login"]);
  expect(await references("node Us|er", false)).toEqual(["login:37 User", "outer:13 User"]);
});

test("a scenario names nodes of inner journeys, and scripts of journeys", async () => {
  const text =
    'scenario "inner" of Outer {\n  expect path [Call.true, Decide.true]\n}\n\nscenario "alone" of script Login.Risk {\n}\n';
  client.open("more.journey", text);
  const inMore = (part: string) => ({
    textDocument: { uri: client.uri("more.journey") },
    position: marked(text.replace(part.replace("|", ""), part)).position,
  });
  const defined = async (part: string) => {
    const found = await client.connection.sendRequest(lsp.DefinitionRequest.type, inMore(part));
    return [found ?? []].flat().map((each) => shown(each as lsp.Location));
  };
  const told = async (part: string) => {
    const found = await client.connection.sendRequest(lsp.HoverRequest.type, inMore(part));
    return (found?.contents as lsp.MarkupContent | undefined)?.value;
  };
  expect(await defined("Dec|ide")).toEqual(["login:20 Decide"]);
  expect(await told("Decide.tr|ue")).toContain("Leads to `Rate`");
  expect(await defined("Log|in.Risk")).toEqual(["login:7 Login"]);
  expect(await defined("Login.Ri|sk")).toEqual(["login:3 Risk"]);
  expect(await told("Login.Ri|sk")).toContain("How risky the login is.");
  client.close("more.journey");
});

test("the same names light up in the text at hand", async () => {
  const found = await client.connection.sendRequest(lsp.DocumentHighlightRequest.type, at("node Dec|ide"));
  expect(found?.map(({ range, kind }) => [range.start.line + 1, kind])).toEqual([
    [17, lsp.DocumentHighlightKind.Read],
    [20, lsp.DocumentHighlightKind.Write],
    [33, lsp.DocumentHighlightKind.Read],
    [36, lsp.DocumentHighlightKind.Read],
  ]);
});

test("symbols of a text are its declarations, one inside of the other; those of the workspace are found by some letters", async () => {
  const textDocument = { uri: client.uri("login.journey") };
  const found = (await client.connection.sendRequest(lsp.DocumentSymbolRequest.type, {
    textDocument,
  })) as lsp.DocumentSymbol[];
  const tree = (symbols: readonly lsp.DocumentSymbol[]): unknown =>
    symbols.map(({ name, children }) => (children?.length ? [name, tree(children)] : name));
  expect(tree(found)).toEqual([
    "days",
    "Risk",
    ["Login", [["Name", ["User", "Pass"]], "Decide", "Rate", "require Decide.true before success", "layout"]],
  ]);
  const all = (await client.connection.sendRequest(lsp.WorkspaceSymbolRequest.type, {
    query: "dcd",
  })) as lsp.SymbolInformation[];
  expect(all.map(({ name, containerName }) => [name, containerName])).toEqual([["Decide", "Login"]]);
});

test("blocks fold, but for the line of their closing brace", async () => {
  const textDocument = { uri: client.uri("login.journey") };
  const found = await client.connection.sendRequest(lsp.FoldingRangeRequest.type, { textDocument });
  const lines = found?.map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}`);
  expect(lines).toEqual(expect.arrayContaining(["3-4", "7-38", "11-17", "20-22", "25-30", "35-37"]));
});

test("a selection grows from a word to the journey", async () => {
  const { textDocument, position } = at("low -> succ|ess");
  const found = await client.connection.sendRequest(lsp.SelectionRangeRequest.type, {
    textDocument,
    positions: [position],
  });
  const texts: string[] = [];
  for (let range = found?.[0]; range !== undefined; range = range.parent) {
    const lines = login.split("\n").slice(range.range.start.line, range.range.end.line + 1);
    texts.push(
      lines.length === 1
        ? (lines[0] ?? "").slice(range.range.start.character, range.range.end.character)
        : (lines[0] ?? "").trim(),
    );
  }
  expect(texts).toEqual([
    "success",
    "low -> success",
    "node Rate: ScriptedDecision {",
    "journey Login {",
    "param days = 3",
  ]);
});

test("links lead to scripts", async () => {
  const textDocument = { uri: client.uri("login.journey") };
  const found = await client.connection.sendRequest(lsp.DocumentLinkRequest.type, { textDocument });
  expect(found?.map(({ target }) => target)).toEqual([client.uri("scripts/risk.js")]);
});

test("names have a meaning for colours", async () => {
  const textDocument = { uri: client.uri("login.journey") };
  const found = await client.connection.sendRequest(lsp.SemanticTokensRequest.type, { textDocument });
  const legend = client.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
  const tokens: string[] = [];
  let [line, character] = [0, 0];
  const data = found?.data ?? [];
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(index);
    character = down === 0 ? character + right : right;
    line += down;
    tokens.push(`${(login.split("\n")[line] ?? "").slice(character, character + length)} ${legend[type]}`);
  }
  expect(tokens.slice(0, 6)).toEqual([
    "days parameter",
    "Risk function",
    "Login namespace",
    "Name variable",
    "Name variable",
    "days parameter",
  ]);
  expect(tokens).toContain("DataStoreDecision class");
  expect(tokens).toContain("low enumMember");
});

test("journeys that call one, and those that it calls", async () => {
  const [item] =
    (await client.connection.sendRequest(lsp.CallHierarchyPrepareRequest.type, at("journey Lo|gin"))) ?? [];
  expect(item?.name).toBe("Login");
  const incoming = await client.connection.sendRequest(lsp.CallHierarchyIncomingCallsRequest.type, { item: item! });
  expect(incoming?.map(({ from, fromRanges }) => [from.name, fromRanges.map(({ start }) => start.line + 1)])).toEqual([
    ["Outer", [5]],
  ]);
  const outgoing = await client.connection.sendRequest(lsp.CallHierarchyOutgoingCallsRequest.type, {
    item: incoming![0]!.from,
  });
  expect(outgoing?.map(({ to }) => to.name)).toEqual(["Login"]);
});

test("hints show outcomes without an arrow", async () => {
  const text = login.replace("    high -> Name\n", "");
  client.write("login.journey", text);
  const range = { start: { line: 0, character: 0 }, end: { line: 50, character: 0 } };
  const textDocument = { uri: client.uri("login.journey") };
  const found = await client.connection.sendRequest(lsp.InlayHintRequest.type, { textDocument, range });
  expect(found?.map(({ label, position }) => [position.line + 1, label])).toEqual([[25, " high → nowhere"]]);
  client.write("login.journey", login);
});

test("lenses are there for the commands that the editor names", async () => {
  const lenses = async (name: string) =>
    (await client.connection.sendRequest(lsp.CodeLensRequest.type, { textDocument: { uri: client.uri(name) } }))?.map(
      ({ command }) => command,
    );
  const scenario = {
    line: outer.slice(0, outer.indexOf('"it works"')).split("\n").length - 1,
    character: "scenario ".length,
  };
  expect(await lenses("outer.journey")).toEqual([
    { title: "Run", command: "test.run", arguments: [client.uri("outer.journey"), "it works", scenario] },
  ]);
  const journey = {
    line: login.slice(0, login.indexOf("journey Login")).split("\n").length - 1,
    character: "journey ".length,
  };
  expect(await lenses("login.journey")).toEqual([
    {
      title: "1 journey calls this",
      command: "test.callers",
      arguments: [client.uri("login.journey"), "Login", journey],
    },
  ]);
});
