import { afterAll, beforeAll, expect, test } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import { compile } from "../../src/compile/compile.js";
import { SourceFile } from "../../src/text/source-file.js";
import { edited, LanguageClient, marked } from "../support/language-client.js";

type Files = Readonly<Record<string, string>>;

let client: LanguageClient;
beforeAll(async () => {
  client = await LanguageClient.start({ folder: "/journeys" });
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
});

/** Renames what the cursor `|` is on, in the one file that has one. */
async function rename(files: Files, newName: string): Promise<Files> {
  const plain: Record<string, string> = {};
  let request: lsp.TextDocumentPositionParams | undefined;
  for (const [name, text] of Object.entries(files)) {
    const cursor = text.includes("|") ? marked(text) : undefined;
    if (cursor !== undefined) request = { textDocument: { uri: client.uri(name) }, position: cursor.position };
    plain[name] = cursor?.text ?? text;
    client.write(name, plain[name]);
  }
  await client.connection.sendRequest(lsp.PrepareRenameRequest.type, request!);
  const edit = await client.connection.sendRequest(lsp.RenameRequest.type, { ...request!, newName });
  return Object.fromEntries(
    Object.entries(plain).map(([file, before]) => [file, edited(before, edit?.changes?.[client.uri(file)] ?? [])]),
  );
}

const refusal = (files: Files, newName: string) =>
  rename(files, newName).then(
    () => "",
    (error: Error) => error.message,
  );

const login = `param days = 3

script Risk {
  file: "risk.js"
}

journey Login {
  start -> Name

  page Name@2.0 {
    pageHeader: "in \${days} days"

    node User: UsernameCollector
    node Pick: ChoiceCollector {
      choices: ["a", "b"]
      prompt: "p"
      defaultChoice: "a"
    }

    Pick.a -> Decide
    Pick.b -> failure
  }

  node Decide: DataStoreDecision {
    true -> Rate
    false -> Name
  }

  node Rate: ScriptedDecision {
    script: Risk
    outcomes: ["low"]

    low -> success
  }

  require Decide.true before success
  forbid Rate after Decide.false

  layout {
    Decide 100, 200
    Name.Pick "0f3f3ec6-2f1b-4a7b-9b8b-1c2d3e4f5a6b"
  }

  raw {
    nodes: { Decide: { x: 1 } }
    tree: { nodes: { Rate: { connections: { other: "Decide" } } } }
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
  submit Name { User: "demo", Pick: "a" }
  stub Decide -> true
  expect path [ Name.Pick.a, Decide.true, Rate ]
}
`;

const files = { "login.journey": login, "outer.journey": outer, "risk.js": 'outcome = "low";\n' };
const at = (part: string): Files => ({ ...files, "login.journey": login.replace(part.replace("|", ""), part) });

/** What the texts compile to, and what is wrong with them. */
function compiled(all: Files) {
  const readText = (path: string) => ({ text: all[path] ?? "" });
  const texts = Object.entries(all).filter(([name]) => name.endsWith(".journey"));
  return compile(
    texts.map(([path, text]) => new SourceFile(path, text)),
    { readText },
  );
}

test("a node is renamed in arrows, rules, layout, raw and the scenarios of other files", async () => {
  const renamed = await rename(at("-> Dec|ide"), "Judge");
  const expected = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, text.replaceAll(/\bDecide\b/g, "Judge")]),
  );
  expect(renamed).toEqual(expected);
});

test("inner nodes, pages, scripts, parameters and journeys are renamed wherever they stand", async () => {
  const all = (from: RegExp, to: string) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replaceAll(from, to)]));
  expect(await rename(at("node Pi|ck"), "Choose")).toEqual(all(/\bPick\b/g, "Choose"));
  expect(await rename(at("start -> Na|me"), "Ask")).toEqual(all(/\bName\b/g, "Ask"));
  expect(await rename(at("script: Ri|sk"), "Danger")).toEqual(all(/\bRisk\b/g, "Danger"));
  expect(await rename(at("${da|ys}"), "weeks")).toEqual({
    ...files,
    "login.journey": login.replace("param days", "param weeks").replace("${days}", "${weeks}"),
  });
  expect(await rename(at("journey Lo|gin"), "SignIn")).toEqual(all(/\bLogin\b/g, "SignIn"));
});

test("an inner node is renamed where steps of scenarios answer it, also in the scenarios of journeys that call its own", async () => {
  const page = `journey Login {
  start -> Credentials

  page Credentials@2.0 {
    node Username: UsernameCollector

    node mail: AttributeCollector {
      attributesToCollect: ["mail"]
    }

    -> success
  }
}
`;
  const steps = (name: string, path = "Credentials") => `
scenario "alone" of Login {
  submit ${path} { ${name}: "demo", mail: "a@example.com" }
  expect success
}
`;
  const called = outer.slice(0, outer.indexOf("scenario"));
  const inCaller = (name: string) => `${called}scenario "called" of Outer {
  submit Credentials { "${name}": "demo", mail: "a@example.com" }
  expect path [Credentials]
}
`;
  const before = { "login.journey": page, "steps.journey": steps("Username"), "outer.journey": inCaller("Username") };
  const marked = { ...before, "steps.journey": steps("User|name") };
  expect(await rename(marked, "Who")).toEqual({
    "login.journey": page.replace("Username:", "Who:"),
    "steps.journey": steps("Who"),
    "outer.journey": inCaller("Who"),
  });
  // The input `mail` is the attribute: it stays what it is.
  expect(await rename({ ...before, "login.journey": page.replace("node mail", "node ma|il") }, "Address")).toEqual({
    ...before,
    "login.journey": page.replace("node mail", "node Address"),
  });
  const renamedPage = await rename({ ...before, "login.journey": page.replace("-> Cred", "-> Cr|ed") }, "Ask");
  expect(renamedPage["outer.journey"]).toBe(inCaller("Username").replaceAll("Credentials", "Ask"));
});

test("a parameter is renamed in the defaults of other parameters, in titles, paths, raw and scenarios", async () => {
  const text = `param brand = "x"
param full = "\${brand} y"

script Rate "\${brand} rate" {
  file: "rate.js"
}

journey Login "\${brand} login" {
  start -> Ask

  page Ask "\${brand} names" {
    node User: UsernameCollector "\${brand} user"

    -> Rated
  }

  node Rated: ScriptedDecision {
    script: Rate
    outcomes: ["low"]

    low -> success
  }

  raw {
    trees: { note: "\${brand}" }
  }
}

scenario "\${brand} is only a title" of Login {
  given header X "\${brand}"
  submit Ask { User: "\${brand}" }
  stub http GET "https://example.com/\${brand}" -> { status: 200, body: "\${brand}" }
  expect success
}
`;
  const files = { "login.journey": text.replace("param brand", "param br|and") };
  expect((await rename(files, "name"))["login.journey"]).toBe(
    text
      .replace("param brand", "param name")
      .replaceAll("${brand}", "${name}")
      .replace("${name} is only", "${brand} is only"),
  );
});

const nested = {
  "outer.journey": outer
    .replaceAll("Login", "Inner")
    .replace(
      /scenario[\s\S]*/,
      'scenario "it works" of Outer {\n  stub Ask -> true\n  expect at Ask\n  submit Ask { }\n  expect path [Call.true, Ask.true]\n}\n',
    ),
  "inner.journey": `script Risk {
  file: "risk.js"
}

journey Inner {
  innerTreeOnly: true

  start -> Ask

  node Ask: Message {
    message: "m"

    true -> success
    false -> Rate
  }

  node Rate: ScriptedDecision {
    script: Risk
    outcomes: ["low"]

    low -> success
  }
}
`,
  "script.journey": 'scenario "alone" of script Inner.Risk {\n  expect outcome "low"\n}\n',
  "risk.js": 'outcome = "low";\n',
};

test("a node of an inner journey is renamed in the scenarios of the journeys that run it", async () => {
  const renamed = await rename(
    { ...nested, "inner.journey": nested["inner.journey"].replace("node Ask", "node A|sk") },
    "Question",
  );
  expect(renamed).toEqual({
    ...nested,
    "inner.journey": nested["inner.journey"].replaceAll("Ask", "Question"),
    "outer.journey": nested["outer.journey"].replaceAll("Ask", "Question"),
  });
  const all = { ...nested, "outer.journey": nested["outer.journey"].replace("expect at Ask", "expect at As|k") };
  expect(await rename(all, "Question")).toEqual(renamed);
  expect(await refusal(all, "Call")).toBe(
    "There is Call already in Outer, and a scenario that runs both would mean the wrong one",
  );
});

test("`of script Journey.Script` names both", async () => {
  const scenario = nested["script.journey"];
  expect(await rename({ ...nested, "script.journey": scenario.replace("Inner", "In|ner") }, "Other")).toEqual({
    ...nested,
    "inner.journey": nested["inner.journey"].replace("journey Inner", "journey Other"),
    "outer.journey": nested["outer.journey"].replace('"Inner"', '"Other"'),
    "script.journey": scenario.replace("Inner", "Other"),
  });
  const renamed = {
    ...nested,
    "inner.journey": nested["inner.journey"].replaceAll(/\bRisk\b/g, "Danger"),
    "script.journey": scenario.replace("Risk", "Danger"),
  };
  expect(await rename({ ...nested, "script.journey": scenario.replace("Risk", "Ri|sk") }, "Danger")).toEqual(renamed);
  const declared = nested["inner.journey"].replace("script Risk", "script Ri|sk");
  expect(await rename({ ...nested, "inner.journey": declared }, "Danger")).toEqual(renamed);
});

test("what is renamed compiles as if it had been written so", async () => {
  const renamed = await rename(at("node Dec|ide"), "Judge");
  const result = await compiled(renamed);
  expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const byHand = await compiled(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replaceAll(/\bDecide\b/g, "Judge")])),
  );
  expect(result.outputs).toEqual(byHand.outputs);
});

test("a journey with a title of its own keeps it: only its name in texts is another one", async () => {
  const titled = {
    "login.journey": 'journey Lo|gin "Login 2" {\n  start -> success\n}\n',
    "outer.journey": outer.replace('"Login"', '"Login 2"'),
  };
  const renamed = await rename(titled, "SignIn");
  expect(renamed["login.journey"]).toContain('journey SignIn "Login 2" {');
  expect(renamed["outer.journey"]).toBe(titled["outer.journey"].replace("of Login", "of SignIn"));
});

test("what is not safe is refused, with the reason", async () => {
  expect(await refusal(at("node Dec|ide"), "Rate")).toBe("There is Rate already");
  expect(await refusal(at("node Dec|ide"), "success")).toBe("No node can be called success: the word has a meaning");
  expect(await refusal(at("node Dec|ide"), "two words")).toContain("`two words` cannot be a name");
  expect(await refusal(at("Decide: DataStore|Decision"), "Other")).toBe("This node type is the platform's");
  expect(await refusal(at("    tr|ue -> Rate"), "yes")).toContain("An outcome belongs to its node's type");
  expect(await refusal(at("    page|Header"), "other")).toBe("There is no name here that can be changed");
  expect(await refusal(at("journey Lo|gin"), "Outer")).toBe("There is Outer already");
  const broken = { ...at("node Dec|ide"), "outer.journey": outer.replace("stub Decide", "stub {{ Decide") };
  expect(await refusal(broken, "Judge")).toContain("outer.journey has syntax errors");
});

test("an inner node does not get the name of an outcome of its page, nor of an attribute that scenarios answer", async () => {
  const text = (rule: string, marker = "node Pick") =>
    login.replace("require Decide.true before success", rule).replace("node Pick", marker);
  const named = { ...files, "login.journey": text("require Name.a before Rate", "node Pi|ck") };
  expect(await refusal(named, "a")).toBe("a is an outcome of page Name: `Name.a` would mean the inner node instead");
  const page = (marker: string) => `journey Login {
  start -> Ask

  page Ask {
    node ${marker}: UsernameCollector

    node More: AttributeCollector {
      attributesToCollect: ["mail"]
    }

    -> success
  }
}
`;
  const steps = 'scenario "s" of Login {\n  submit Ask { User: "demo" }\n}\n';
  const answered = { "login.journey": page("Us|er"), "outer.journey": steps };
  expect(await refusal(answered, "mail")).toContain("Page Ask asks for mail already");
  expect(await rename({ ...answered, "outer.journey": "" }, "mail")).toEqual({
    "login.journey": page("mail"),
    "outer.journey": "",
  });
});

test("an own node type does not get the name of one of the platform", async () => {
  const text = 'extern node Ow|n "own-type" {\n  displayName: "Own"\n  outcomes: ["a"]\n}\n';
  expect(await refusal({ "login.journey": text, "outer.journey": "" }, "Message")).toBe(
    "Message is a node type of the platform",
  );
  expect(await refusal({ "login.journey": text, "outer.journey": "" }, "MessageNode")).toContain("MessageNode is");
});

test("a script that others require by its name keeps the title that they find it by", async () => {
  const text = (name: string) => `script Rate {
  file: "rate.js"
  evaluatorVersion: "2.0"
}

script ${name} {
  file: "library.js"
  context: "LIBRARY"
  evaluatorVersion: "2.0"
}

journey Login {
  start -> Rated

  node Rated: ScriptedDecision {
    script: Rate
    outcomes: ["low"]

    low -> success
  }
}
`;
  const scripts = {
    "rate.js": 'var rates = require("Risk Rates");\naction.goTo(rates.lowest());\n',
    "library.js": 'exports.lowest = function () { return "low"; };\n',
  };
  const before = { "login.journey": text("Risk|Rates"), "outer.journey": "", ...scripts };
  const renamed = await rename(before, "Table");
  expect(renamed["login.journey"]).toBe(text('Table "Risk Rates"'));
  const titles = async (all: Files) =>
    Object.values(
      JSON.parse((await compiled(all)).outputs[0]!.text).trees.Login.scripts as Record<string, { name: string }>,
    ).map(({ name }) => name);
  expect((await titles(renamed)).toSorted()).toEqual(["Rate", "Risk Rates"]);
  const alone = { ...before, "rate.js": 'action.goTo("low");\n' };
  expect((await rename(alone, "Table"))["login.journey"]).toBe(text("Table"));
});

test("an own node type with another name is the same type in exports", async () => {
  const text = (header: string, name: string) =>
    `extern node ${header} {\n  outcomes: ["yes"]\n}\n\njourney Login {\n  start -> Ask\n\n  node Ask: ${name} {\n    yes -> success\n  }\n}\n`;
  const before = { "login.journey": text('Has|Session "designer-1"', "HasSession"), "outer.journey": "" };
  const renamed = await rename(before, "Session");
  expect(renamed["login.journey"]).toBe(text('Session "designer-1"', "Session"));
  const outputs = async (all: Files) => (await compiled(all)).outputs.map((output) => output.text);
  const plain = { ...before, "login.journey": before["login.journey"].replace("|", "") };
  expect(await outputs(renamed)).toEqual(await outputs(plain));
  const unnamed = { ...before, "login.journey": text("Has|Session", "HasSession") };
  expect(await refusal(unnamed, "Session")).toContain("syntax errors");
});

test("a theme that lists a journey lists it by its new name", async () => {
  const theme = (tree: string) => `{ "_id": "t1", "name": "T", "linkedTrees": ["Other", "${tree}"] }\n`;
  const text = (name: string) =>
    `resource theme "t1" from "themes/t.json"\n\njourney ${name} {\n  start -> success\n}\n`;
  const before = { "login.journey": text("Lo|gin"), "outer.journey": "", "themes/t.json": theme("Login") };
  const renamed = await rename(before, "SignIn");
  expect(renamed).toEqual({ ...before, "login.journey": text("SignIn"), "themes/t.json": theme("SignIn") });
  const themes = async (all: Files) => JSON.parse((await compiled(all)).outputs[0]!.text).trees;
  expect((await themes(renamed)).SignIn.themes).toHaveLength(1);
  const titled = { ...before, "login.journey": text('Lo|gin "Login"') };
  expect((await rename(titled, "SignIn"))["themes/t.json"]).toBe(theme("Login"));
});
