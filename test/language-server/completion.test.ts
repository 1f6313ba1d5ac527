import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as lsp from "vscode-languageserver-protocol/node";
import { edited, LanguageClient, marked } from "../support/language-client.js";
import { temporaryFolder } from "../support/temporary-folder.js";

let client: LanguageClient;
let plain: LanguageClient;
beforeAll(async () => {
  const capabilities = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
  client = await LanguageClient.start({ capabilities });
  plain = await LanguageClient.start({});
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
  expect(await plain.stop()).toBe(0);
});

async function itemsAt(text: string, by = client): Promise<readonly lsp.CompletionItem[]> {
  const { text: unmarked, position } = marked(text);
  by.write("login.journey", unmarked);
  const textDocument = { uri: by.uri("login.journey") };
  const found = await by.connection.sendRequest(lsp.CompletionRequest.type, { textDocument, position });
  return Array.isArray(found) ? found : (found?.items ?? []);
}

/** The labels in the order in which an editor shows them. */
async function labelsAt(text: string, by = client): Promise<readonly string[]> {
  const items = await itemsAt(text, by);
  return items.toSorted((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1)).map(({ label }) => label);
}

async function taken(text: string, label: string, by = client): Promise<string> {
  const item = (await itemsAt(text, by)).find((each) => each.label === label);
  const edit = item?.textEdit as lsp.TextEdit | undefined;
  return edit === undefined ? `no ${label}` : edited(by.textOf("login.journey"), [edit]);
}

const login = (inside: string) => `param days = 3

script Risk "Check Risk" {
  file: "risk.js"
}

extern node HasSession "designer-1" {
  outcomes: ["Yes", "No"]
}

journey Login {
  start -> Name

  page Name {
    pageHeader: "Name"

    node User: UsernameCollector

    -> Decide
  }

  node Decide: DataStoreDecision {
    true -> success
  }

${inside}
}
`;

describe("at the top of a file", () => {
  test("declarations", async () => {
    expect(await labelsAt("|")).toEqual(["journey", "scenario", "script", "param", "resource", "extern"]);
    expect(await labelsAt(`jour|\n\n${login("")}`)).toContain("journey");
    expect(await taken("jour|\n", "journey")).toBe("journey ${1:Name} {\n  start -> ${2:First}\n\n  $0\n}\n");
    expect(await taken("jour|\n", "journey", plain)).toBe("journey \n");
  });

  test("what a scenario is of", async () => {
    expect(await labelsAt(`${login("")}\nscenario "x" of | {\n}\n`)).toEqual(["Login", "script"]);
    expect(
      await labelsAt(
        `${login('  node Rate: ScriptedDecision { script: Risk outcomes: ["a"] a -> success }')}\nscenario "x" of script |`,
      ),
    ).toEqual(["Risk"]);
  });

  test("kinds of resources", async () => {
    expect(await labelsAt("resource em|")).toContain("emailTemplate");
  });
});

describe("in a journey", () => {
  test("its members and the settings that it does not have", async () => {
    const labels = await labelsAt(login('  description: "d"\n\n  |\n'));
    expect(labels.slice(0, 2)).toEqual(["node", "page"]);
    expect(labels).toEqual(
      expect.arrayContaining(["require", "forbid", "layout", "export", "raw", "mustRun", "categories"]),
    );
    expect(labels).not.toContain("description");
    expect(labels).not.toContain("start");
    expect(await labelsAt("journey Empty {\n  |\n}\n")).toContain("start");
  });

  test("targets of start and of arrows, which are never the node itself", async () => {
    expect(await labelsAt(login("").replace("start -> Name", "start -> |"))).toEqual([
      "Name",
      "Decide",
      "success",
      "failure",
    ]);
    expect(await labelsAt(login("").replace("true -> success", "true -> suc|"))).toEqual([
      "Name",
      "success",
      "failure",
    ]);
    expect(await labelsAt(login("").replace("true -> success", "true ->|"))).toEqual(["Name", "success", "failure"]);
  });

  test("rules", async () => {
    expect(await labelsAt(login("  require |"))).toEqual(["Name", "Decide"]);
    expect(await labelsAt(login("  require Decide |"))).toEqual(["before"]);
    expect(await labelsAt(login("  require Decide.| before success"))).toEqual(["true", "false"]);
    expect(await labelsAt(login("  require Name.|"))).toContain("User");
    expect(await labelsAt(login("  require Decide before |"))).toEqual(["Name", "Decide", "success", "failure"]);
    expect(await labelsAt(login("  forbid success after |"))).toEqual(["Name", "Decide"]);
  });

  test("layout, export and raw", async () => {
    expect(await labelsAt(login("  layout {\n    Name 1, 2\n    |\n  }"))).toEqual([
      "Decide",
      "Name.User",
      "start",
      "success",
      "failure",
    ]);
    expect(await labelsAt(login("  layout {\n    Name.|\n  }"))).toEqual(["User"]);
    expect(await labelsAt(login("  layout {\n    Decide 1, 2\n    Name.U| 1, 2\n  }"))).toEqual(["User"]);
    expect(await labelsAt(login("  export {\n    nodeVersions: false\n    |\n  }"))).toContain("scriptEncoding");
    expect(await labelsAt(login("  export {\n    scriptEncoding: |\n  }"))).toEqual(["json", "base64", "lines"]);
    expect(await labelsAt(login("  raw {\n    nodes: {\n      |\n    }\n  }"))).toEqual(["Name", "Decide"]);
    expect(await labelsAt(login("  raw {\n    |\n  }"))).toEqual(["tree", "nodes", "innerNodes", "scripts"]);
  });

  test("values of its settings", async () => {
    expect(await labelsAt(login("  mustRun: |"))).toEqual(["true", "false"]);
    expect(await taken(login('  identityResource: "man|"'), "managed/${realm}_user")).toContain(
      'identityResource: "managed/${realm}_user"\n',
    );
  });
});

describe("the type of a node", () => {
  test("brings required properties and an arrow for each outcome", async () => {
    const labels = await labelsAt(login("  node Send: |"));
    expect(labels).toEqual(expect.arrayContaining(["HasSession", "Message", "ScriptedDecision", "EmailSuspend"]));
    expect(labels.length).toBeGreaterThan(200);
    expect(await taken(login("  node Rate: Scripted|"), "ScriptedDecision")).toContain(
      '  node Rate: ScriptedDecision {\n    script: ${1}\n    outcomes: ["${2}"]\n  }\n',
    );
    expect(await taken(login("  node Save: |"), "PatchObject")).toContain(
      '  node Save: PatchObject {\n    ignoredFields: ["${1}"]\n\n    PATCHED -> ${2:failure}\n    FAILURE -> ${3:failure}\n  }\n',
    );
    expect(await taken(login("  node Save: |"), "PatchObject", plain)).toContain("  node Save: PatchObject\n");
    expect(await taken(login("  node Save: Pat| {\n  }"), "PatchObject")).toContain(
      "  node Save: PatchObject {\n  }\n",
    );
  });

  test("is described when somebody looks at it, in the words of the catalogue", async () => {
    const item = (await itemsAt(login("  node Save: |"))).find(({ label }) => label === "PatchObject");
    expect(item).toMatchObject({ detail: "Patch Object", kind: lsp.CompletionItemKind.Class });
    expect(item?.documentation).toBeUndefined();
    const { documentation } = await client.connection.sendRequest(
      lsp.CompletionResolveRequest.type,
      item ?? { label: "" },
    );
    expect((documentation as lsp.MarkupContent).value).toContain("Updates a managed object with collected attributes");
    expect((documentation as lsp.MarkupContent).value).toContain("`PATCHED` (Patched), `FAILURE` (Failed)");
  });

  test("has versions", async () => {
    expect(await labelsAt(login("  page Other@| {\n  }"))).toEqual(["1.0", "2.0"]);
  });

  test("in a page is one that may be there, without arrows", async () => {
    const text = login("").replace("node User: UsernameCollector", "node User: |");
    expect(await labelsAt(text)).not.toContain("PageNode");
    expect(await taken(text, "PasswordCollector")).toContain("    node User: PasswordCollector\n");
  });
});

describe("in a node", () => {
  test("properties that are not set, required ones first, and outcomes without an arrow", async () => {
    const labels = await labelsAt(login("  node Call: InnerTreeEvaluator {\n    |\n    true -> success\n  }"));
    expect(labels[0]).toBe("tree");
    expect(labels).toContain("false");
    expect(labels).not.toContain("true");
    expect(await labelsAt(login("").replace("true -> success", "true -> success\n    |"))).toEqual(["false"]);
    expect(await taken(login("").replace("true -> success", "true -> success\n    fal|"), "false")).toContain(
      "    false -> $1\n",
    );
    expect(await taken(login("").replace("    -> Decide", "    |"), "->")).toContain("    -> $1\n");
  });

  test("outcomes in a list, and those of an inner node", async () => {
    expect(await labelsAt(login("").replace("true -> success", "true, | -> success"))).toEqual(["false"]);
    const text = login(
      '  page Two@2.0 {\n    node Pass: ValidatedPassword\n    node Choose: ChoiceCollector {\n      choices: ["a", "b"]\n    }\n\n    Choose.| -> success\n  }',
    );
    expect(await labelsAt(text)).toEqual(["a", "b"]);
  });

  test("values: enums, booleans, attributes, scripts, journeys, locales", async () => {
    expect(await labelsAt(login("  node Rate: ScriptedDecision {\n    script: |\n  }"))).toContain("Risk");
    expect(await labelsAt(login('  node Call: InnerTreeEvaluator {\n    tree: "|"\n  }'))).toEqual(["Login"]);
    expect(await taken(login("  node Call: InnerTreeEvaluator {\n    tree: |\n  }"), "Login")).toContain(
      'tree: "Login"\n',
    );
    expect(
      await labelsAt(login('  node Ask: AttributeCollector {\n    attributesToCollect: ["mail", "|"]\n  }')),
    ).toContain("givenName");
    expect(await labelsAt(login("  node Ask: AttributeCollector {\n    required: |\n  }"))).toEqual(
      expect.arrayContaining(["true", "false"]),
    );
    expect(await labelsAt(login("").replace('pageHeader: "Name"', 'pageHeader.|: "Name"'))).toContain("de");
    expect(await labelsAt(login("").replace('pageHeader: "Name"', 'pageHeader: { en: "Name", | }'))).not.toContain(
      "en",
    );
  });

  test("the word alone before a colon or an arrow that is there", async () => {
    const arrow = login("").replace("true -> success", "tr| -> success");
    expect(await taken(arrow, "true")).toContain("    true -> success\n");
    expect(await labelsAt(login("  node A: Message {\n    | -> success\n  }"))).toEqual(["true", "false"]);
    expect(await taken(login('  node A: Message {\n    messag|: "m"\n  }'), "message")).toContain('    message: "m"\n');
    expect(await taken(login("").replace("pageHeader:", "pageHeader.|:"), "de")).toContain('pageHeader.de: "Name"\n');
    expect(await taken('script Risk {\n  fi|: "risk.js"\n}\n', "file")).toContain('  file: "risk.js"\n');
    expect(await taken("journey Login {\n  st| -> success\n}\n", "start")).toContain("  start -> success\n");
  });

  test("an inner node of a page", async () => {
    expect(await labelsAt(login("").replace("    -> Decide", "    |\n    -> Decide"))).toContain("node");
  });
});

describe("in texts", () => {
  test("parameters and ESVs", async () => {
    expect(await labelsAt(login('  node A: Message {\n    message: "in ${|} days"\n  }'))).toEqual(["realm", "days"]);
    expect(await taken(login('  node A: Message {\n    message: "in ${da|"\n  }'), "days")).toContain('"in ${days}"');
    expect(
      await labelsAt(login('  description: "&{esv.host.name}"\n  node A: Message {\n    message: "&{|"\n  }')),
    ).toEqual(["esv.host.name"]);
  });

  test("nothing in comments", async () => {
    expect(await labelsAt(login("  // start -> |"))).toEqual([]);
  });
});

describe("in a text block", () => {
  const tell = (block: string) =>
    login(`  node Tell: Message {\n    message: """\n      ${block}\n\n    true, false -> failure\n  }`);

  test("lines mean nothing, whether it is closed or not", async () => {
    for (const line of ["|", "start -> |", "true -> |", "a: |", '"|"']) {
      expect(await labelsAt(tell(`${line}\n      """`))).toEqual([]);
      expect(await labelsAt(tell(line))).toEqual([]);
    }
    expect(await labelsAt(tell('x\n      """\n    |'))).toContain("messageYes");
  });

  test("parameters are offered, and what the node puts in", async () => {
    expect(await labelsAt(tell('in ${|\n      """'))).toContain("days");
    const wait = (text: string) => login(`  node Wait: PollingWait {\n    waitingMessage: ${text}\n  }`);
    expect(await labelsAt(wait('"""\n      for {{|\n      """'))).toEqual(["time"]);
    expect(await taken(wait('"for {{|"'), "time")).toBe(wait('"for {{time}}"'));
    expect(await taken(wait('"for {{ti|}}"'), "time")).toBe(wait('"for {{time}}"'));
    expect(await labelsAt(tell('{{|\n      """'))).toEqual([]);
  });
});

describe("in a scenario", () => {
  test("nodes of the inner journeys that run in it are steps too", async () => {
    const inner = `
journey Inner {
  innerTreeOnly: true

  start -> Code

  page Code {
    node Digits: AttributeCollector {
      attributesToCollect: ["mail"]
      identityAttribute: "mail"
    }

    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }

  node Decide: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;
    const call =
      '  node Run: InnerTreeEvaluator {\n    tree: "Inner"\n\n    true -> success\n    false -> failure\n  }\n';
    const steps = (step: string) => `${login(call)}${inner}\nscenario "x" of Login {\n  ${step}\n}\n`;
    expect(await labelsAt(steps("submit |"))).toEqual(["Name", "Decide", "Run", "Code", "Check"]);
    const [code] = (await itemsAt(steps("submit |"))).filter(({ label }) => label === "Code");
    expect(code?.detail).toBe("Page of Inner");
    expect(await labelsAt(steps("expect at |"))).toContain("Check");
    expect(await labelsAt(steps("stub Check -> |"))).toEqual(["true", "false"]);
    expect(await labelsAt(steps("expect path [ Run.true, |]"))).toContain("Code");
    expect(await labelsAt(steps("expect path [ Code.|]"))).toContain("Digits");
    expect(await labelsAt(steps("submit Code { | }"))).toEqual(["mail"]);
  });

  const scenario = (step: string) => `${login("")}\nscenario "x" of Login {\n  ${step}\n}\n`;

  test("steps, subjects, nodes, outcomes and inputs", async () => {
    expect(await labelsAt(scenario("|"))).toEqual(["given", "stub", "submit", "expect", "resume", "wait"]);
    expect(await labelsAt(scenario("given |"))).toContain("user");
    expect(await labelsAt(scenario("stub |"))).toEqual(["Name", "Decide", "http", "openidm"]);
    expect(await labelsAt(scenario("stub http |"))).toContain("GET");
    expect(await labelsAt(scenario("stub Decide -> |"))).toEqual(["true", "false"]);
    expect(await labelsAt(scenario("submit |"))).toEqual(["Name", "Decide"]);
    expect(await labelsAt(scenario("submit Name { | }"))).toEqual(["User"]);
    expect(await labelsAt(scenario("expect |"))).toEqual(expect.arrayContaining(["success", "at", "path"]));
    expect(await labelsAt(scenario("expect at |"))).toEqual(["Name", "Decide"]);
    expect(await labelsAt(scenario("expect path [ Name, |]"))).toEqual(["Name", "Decide"]);
    expect(await labelsAt(scenario("expect path [ Decide.|]"))).toEqual(["true", "false"]);
  });

  test("nodes and outcomes in a path over many lines", async () => {
    const path = (item: string) => scenario(`expect path [\n    Name,\n    ${item}\n  ]`);
    expect(await labelsAt(path("|"))).toEqual(["Name", "Decide"]);
    expect(await labelsAt(path("De|,\n    Name"))).toEqual(["Name", "Decide"]);
    expect(await labelsAt(path("Decide.|"))).toEqual(["true", "false"]);
    expect(await labelsAt(path("Decide.|,\n    Name"))).toEqual(["true", "false"]);
    expect(await labelsAt(scenario("expect path [\n    |\n  ]"))).toEqual(["Name", "Decide"]);
    expect(await labelsAt(scenario("expect path [\n    Name\n  ]\n  |"))).toContain("submit");
  });
});

describe("in broken text", () => {
  test("a journey that is not closed", async () => {
    expect(await labelsAt("journey Login {\n  start -> Ask\n\n  node Ask: Message {\n    |")).toContain("message");
    expect(await labelsAt("journey Login {\n  start -> |")).toContain("success");
    expect(
      await labelsAt('journey Login {\n  start -> Ask\n\n  node Ask: Message {\n    message: "a\n    true -> |\n'),
    ).toContain("success");
    expect(await labelsAt("journey Login {\n  node A: Message {\n    true -> success\n\n  node B: |\n}\n")).toContain(
      "Message",
    );
  });

  test("files behind `file:`", async () => {
    const folder = temporaryFolder({ "scripts/risk.js": "", "scripts/deep/other.js": "", "a.journey": "" });
    const inFolder = await LanguageClient.start({ folder });
    expect(await labelsAt('script Risk {\n  file: "|"\n}\n', inFolder)).toEqual([
      "scripts/deep/other.js",
      "scripts/risk.js",
    ]);
    await inFolder.stop();
  });
});
