import { expect, test } from "vitest";
import { compile } from "../../src/compile/compile.js";
import type { TextEdit } from "../../src/diagnostics/diagnostic.js";
import { refactoringsAt } from "../../src/language/refactorings/refactorings.js";
import { Workspace } from "../../src/language/workspace.js";
import { SourceFile } from "../../src/text/source-file.js";
import { memoryFiles } from "../support/memory-files.js";

/** A text in which `|` marks the cursor, or two of them a selection. */
function selected(text: string): {
  readonly text: string;
  readonly range: { readonly start: number; readonly end: number };
} {
  const start = text.indexOf("|");
  const end = text.lastIndexOf("|");
  const without = text.replaceAll("|", "");
  return { text: without, range: { start, end: end === start ? start : end - 1 } };
}

function edited(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((left, right) => right.range.start - left.range.start || right.range.end - left.range.end)
    .reduce((now, { range, text: by }) => now.slice(0, range.start) + by + now.slice(range.end), text);
}

/** The text after the refactoring whose title begins like this; `undefined` where it is not offered. */
async function refactored(
  marked: string,
  title: string,
  others: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  const { text, range } = selected(marked);
  const workspace = new Workspace({ files: memoryFiles({ "/work/a.journey": text, ...others }) });
  workspace.setFolders(["/work"]);
  const read = await workspace.textAt("/work/a.journey");
  const found = refactoringsAt(read!, range, await workspace.projects()).find((each) => each.title.startsWith(title));
  return found?.refusal === undefined ? found && edited(text, found.edits) : undefined;
}

/** The export of a text; it must have no errors. */
async function exported(text: string | undefined): Promise<readonly unknown[]> {
  const { outputs, diagnostics } = await compile([new SourceFile("a.journey", text ?? "")], {});
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  return outputs.map((output) => JSON.parse(output.text));
}

const decide = (arrows: string) => `journey Login {
  start -> Decide

  node Decide: DataStoreDecision${arrows}
}
`;

test("outcomes without an arrow lead to failure", async () => {
  const title = "Let ";
  expect(await refactored(decide(" {|\n    true -> success\n  }"), title)).toBe(
    decide(" {\n    true -> success\n    false -> failure\n  }"),
  );
  expect(await refactored(decide("|"), title)).toBe(decide(" {\n    true, false -> failure\n  }"));
  expect(await refactored(decide(" {|\n    true, false -> success\n  }"), title)).toBeUndefined();
  const wired = await refactored(decide(" {|\n    true -> success\n  }"), title);
  expect(await exported(wired)).toEqual(await exported(decide(" {\n    true -> success\n    false -> failure\n  }")));
});

test("a string becomes a text block with the same value", async () => {
  const text = (value: string) =>
    `journey Login {\n  start -> Tell\n\n  node Tell: Message {\n    message: ${value}\n\n    true -> success\n    false -> failure\n  }\n}\n`;
  const blocked = await refactored(text('"One\\nTwo <b>${realm}|</b>"'), "Write as a text block");
  expect(blocked).toBe(text('"""\n      One\n      Two <b>${realm}</b>\n      """'));
  expect(await exported(blocked)).toEqual(await exported(text('"One\\nTwo <b>${realm}</b>"')));
  expect(await refactored(text('"""\n      One|\n      """'), "Write as a text block")).toBeUndefined();
  expect(await refactored(text('"One| line"'), "Write as a text block")).toBeUndefined();
});

test("properties come in the order of the admin console", async () => {
  const save = (lines: string) =>
    `journey Login {\n  start -> Save\n\n  node Save: PatchObject {\n${lines}\n    PATCHED -> success\n    FAILURE -> failure\n  }\n}\n`;
  const unsorted = '    identityAttribute: "mail"\n    patchAsObject: false\n    ignoredFields: ["a"]\n';
  const sorted = await refactored(save(unsorted.replace("mail", "ma|il")), "Sort the properties");
  expect(sorted).toBe(save('    patchAsObject: false\n    ignoredFields: ["a"]\n    identityAttribute: "mail"\n'));
  expect(await exported(sorted)).toEqual(await exported(save(unsorted)));
  expect(await refactored(sorted!.replace("PatchObject {", "PatchObject {|"), "Sort the properties")).toBeUndefined();
});

test("a parameter gives way to its value", async () => {
  const text = `param days = 3\nparam brand = "A \\"B\\""\n\njourney Login {\n  description: "\${brand} in \${days} days"\n  start -> Limit\n\n  node Limit: RetryLimitDecision {\n    retryLimit: "\${days}"\n\n    Retry -> success\n    Reject -> failure\n  }\n}\n`;
  const inlined = await refactored(text.replace("param days", "param da|ys"), "Put the value");
  expect(inlined).toBe(
    text.replace("param days = 3\n", "").replace("in ${days} days", "in 3 days").replace('"${days}"', "3"),
  );
  expect(await exported(inlined)).toEqual(await exported(text));
  const both = await refactored(inlined!.replace("${brand}", "${bra|nd}"), "Put the value");
  expect(both).toContain('description: "A \\"B\\" in 3 days"');
  expect(await exported(both)).toEqual(await exported(text));
});

test("the value of a parameter also takes its place in other parameters and in titles", async () => {
  const text = `param days = 3\nparam brand = "x"\nparam full = "\${brand} y"\nparam same = "\${brand}"\n\njourney Login {\n  description: "\${full}, \${same}"\n  start -> Limit\n\n  node Limit: RetryLimitDecision "\${days}" {\n    retryLimit: "\${days}"\n\n    Retry -> success\n    Reject -> failure\n  }\n}\n`;
  const brand = await refactored(text.replace("param brand", "param bra|nd"), "Put the value");
  expect(brand).toBe(
    text.replace('param brand = "x"\n', "").replace('"${brand} y"', '"x y"').replace('"${brand}"', '"x"'),
  );
  expect(await exported(brand)).toEqual(await exported(text));
  const days = await refactored(text.replace("param days", "param da|ys"), "Put the value");
  expect(days).toContain('RetryLimitDecision "3" {\n    retryLimit: 3\n');
  expect(await exported(days)).toEqual(await exported(text));
});

test("a node is required before success", async () => {
  const ruled = await refactored(decide(" {|\n    true -> success\n    false -> failure\n  }"), "Require");
  expect(ruled).toBe(decide(" {\n    true -> success\n    false -> failure\n  }\n\n  require Decide before success"));
  expect(await exported(ruled)).toEqual(await exported(decide(" {\n    true -> success\n    false -> failure\n  }")));
  expect(await refactored(ruled!.replace("DataStore", "Data|Store"), "Require")).toBeUndefined();
});

test("a type that nothing knows is declared", async () => {
  const own = (type: string) =>
    `journey Login {\n  start -> Ask\n\n  node Ask: ${type} {\n    yes -> success\n    no -> failure\n  }\n}\n`;
  const declared = await refactored(own("OurOwn|Check"), "Declare the type");
  expect(declared).toBe(
    `extern node OurOwnCheck "OurOwnCheck" {\n  displayName: "Our Own Check"\n  outcomes: ["yes", "no"]\n}\n\n${own("OurOwnCheck")}`,
  );
  await exported(declared);
  const quoted = await refactored(own('"designer-a|1"'), "Declare the type");
  expect(quoted).toContain('extern node Ask "designer-a1" {');
  expect(quoted).toContain("node Ask: Ask {");
  await exported(quoted);
  expect(await refactored(own("Mess|age"), "Declare the type")).toBeUndefined();
});

test("a type that is declared has all outcomes of the text, and those of arrows without a name are named", async () => {
  const own = (bare: string) =>
    `journey Login {\n  start -> Ask\n\n  node Ask: OurOwn {\n    yes -> Again\n    ${bare} failure\n  }\n\n  node Again: OurOwn {\n    no -> success\n  }\n}\n\njourney Other {\n  start -> Ask\n\n  node Ask: OurOwn {\n    perhaps -> success\n  }\n}\n`;
  const declared = await refactored(own("->").replace("Ask: OurOwn", "Ask: Our|Own"), "Declare the type");
  expect(declared).toBe(
    `extern node OurOwn "OurOwn" {\n  displayName: "Our Own"\n  outcomes: ["yes", "outcome", "no", "perhaps"]\n}\n\n${own("outcome ->")}`,
  );
  await exported(declared);
  const only = `journey Login {\n  start -> Ask\n\n  node Ask: Our|Own {\n    -> success\n  }\n}\n`;
  const single = await refactored(only, "Declare the type");
  expect(single).toContain('outcomes: ["outcome"]');
  expect(single).toContain("\n    -> success\n");
  await exported(single);
});

const pages = `journey Login {
  start -> Names

  page Names {
    node User: UsernameCollector

    -> Pass
  }

  node Pass: PasswordCollector {
    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;

const together = `journey Login {
  start -> Names

  page Names {
    node User: UsernameCollector

    node Pass: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;

test("a node moves into the page that leads to it, and out again", async () => {
  const moved = await refactored(pages.replace("node Pass", "node Pa|ss"), "Show `Pass` on page `Names`");
  expect(moved).toBe(together);
  await exported(moved);
  const back = await refactored(together.replace("node Pass", "node Pa|ss"), "Show `Pass` behind page `Names`");
  expect(await exported(back)).toEqual(await exported(pages));
});

test("the line of the layout is the node's on the page and behind it; on a page it has no position", async () => {
  const placed = (text: string, ...lines: readonly string[]) =>
    text.replace(/\}\n$/, `\n  layout {\n    start 0, 0\n${lines.map((line) => `    ${line}\n`).join("")}  }\n}\n`);
  const id = '"31111111-2222-4333-8444-555555555555"';
  const into = (line: string) =>
    refactored(placed(pages, line).replace("node Pass", "node Pa|ss"), "Show `Pass` on page");
  expect(await into(`Pass 200, 50 ${id}`)).toBe(placed(together, `Names.Pass ${id}`));
  expect(await into(`Pass ${id}`)).toBe(placed(together, `Names.Pass ${id}`));
  expect(await into("Pass 200, 50")).toBe(placed(together));
  const out = placed(together, `Names.Pass ${id}`).replace("node Pass", "node Pa|ss");
  const back = await refactored(out, "Show `Pass` behind page");
  expect(await exported(back)).toEqual(await exported(placed(pages, `Pass ${id}`)));
});

test("a node stays on its page, or behind it, where scenarios or rules speak of the page", async () => {
  const steps = 'scenario "s" of Login {\n  submit Names { User: "demo" }\n  expect success\n}\n';
  const others = { "/work/s.journey": steps };
  const out = together.replace("node Pass", "node Pa|ss");
  expect(await refactored(out, "Require", others)).toBeDefined();
  expect(await refactored(out, "Show `Pass` behind page", others)).toBeUndefined();
  expect(await refactored(pages.replace("node Pass", "node Pa|ss"), "Show `Pass` on page", others)).toBeUndefined();
  const ruled = out.replace(/\n\}\n$/, "\n\n  require Names.outcome before success\n}\n");
  expect(await refactored(ruled, "Show `Pass` behind page")).toBeUndefined();
  const other = { "/work/s.journey": 'scenario "s" of Login {\n  stub Check -> true\n}\n' };
  expect(await refactored(out, "Show `Pass` behind page", other)).toBeDefined();
});

test("a node that something else leads to, or that cannot be in a page, stays where it is", async () => {
  expect(
    await refactored(pages.replace("false -> failure", "false -> Pass").replace("node Pass", "node Pa|ss"), "Show"),
  ).toBeUndefined();
  expect(
    await refactored(pages.replace("-> Pass", "-> Check").replace("node Check", "node Che|ck"), "Show"),
  ).toBeUndefined();
});

const long = `journey Login {
  identityResource: "managed/bravo_user"

  start -> Names

  page Names {
    node User: UsernameCollector

    -> Find
  }

  // Who is it?
  node Find: IdentifyExistingUser {
    identifier: "userName"

    true -> Check
    false -> Gone
  }

  node Check: DataStoreDecision {
    true -> success
    false -> Names
  }

  node Gone: Message {
    message: "gone"

    true, false -> Names
  }
}
`;

test("nodes become an inner journey with one way in and two ways out", async () => {
  const marked = long
    .replace("node Find", "node |Find")
    .replace("true -> success\n    false -> Names", "true -> success\n    false| -> Names");
  const extracted = await refactored(marked, "Make an inner journey of these 2 nodes");
  expect(extracted).toBeUndefined();
  const two = long.replace("false -> Gone", "false -> Names").replace("node Gone", "node Alone");
  const inner = await refactored(
    two
      .replace("node Find", "node |Find")
      .replace(
        "true -> success\n    false -> Names\n  }\n\n  node Alone",
        "true -> success\n    false| -> Names\n  }\n\n  node Alone",
      ),
    "Make an inner journey of these 2 nodes",
  );
  expect(inner).toBe(`journey Login {
  identityResource: "managed/bravo_user"

  start -> Names

  page Names {
    node User: UsernameCollector

    -> LoginPart
  }

  node LoginPart: InnerTreeEvaluator {
    tree: "LoginPart"

    true -> success
    false -> Names
  }

  node Alone: Message {
    message: "gone"

    true, false -> Names
  }
}

journey LoginPart {
  innerTreeOnly: true
  identityResource: "managed/bravo_user"

  start -> Find

  // Who is it?
  node Find: IdentifyExistingUser {
    identifier: "userName"

    true -> Check
    false -> failure
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`);
  expect(await exported(inner)).toHaveLength(2);
});

test("what the layout says of nodes goes with them into the inner journey", async () => {
  const layout = `
  layout {
    start 25, 25
    Names 100, 25 "11111111-2222-4333-8444-555555555555"
    Names.User "21111111-2222-4333-8444-555555555555"
    Find 300, 25 "31111111-2222-4333-8444-555555555555"
    Check 500, 60 "41111111-2222-4333-8444-555555555555"
    Alone 300, 400 "51111111-2222-4333-8444-555555555555"
  }
}
`;
  const placed = long
    .replace("false -> Gone", "false -> Names")
    .replace("node Gone", "node Alone")
    .replace("node Find", "node |Find")
    .replace("false -> Names\n  }\n\n  node Alone", "false| -> Names\n  }\n\n  node Alone")
    .replace(/\}\n$/, layout);
  const inner = await refactored(placed, "Make an inner journey of these 2 nodes");
  expect(inner).toContain(`
  layout {
    start 25, 25
    Names 100, 25 "11111111-2222-4333-8444-555555555555"
    Names.User "21111111-2222-4333-8444-555555555555"
    LoginPart 300, 25
    Alone 300, 400 "51111111-2222-4333-8444-555555555555"
  }
}

journey LoginPart {`);
  expect(inner).toContain(`
  layout {
    Find 300, 25 "31111111-2222-4333-8444-555555555555"
    Check 500, 60 "41111111-2222-4333-8444-555555555555"
  }
}
`);
  const trees = await exported(inner);
  const moved = ["31111111-2222-4333-8444-555555555555", "41111111-2222-4333-8444-555555555555"];
  expect(trees).toMatchObject([
    { trees: { Login: {} } },
    { trees: { LoginPart: { tree: { entryNodeId: moved[0] } } } },
  ]);
  expect(JSON.stringify(trees[0])).not.toMatch(moved.join("|"));
});

test("nodes that rules or scenarios speak of are not taken away from them", async () => {
  const two = long.replace("false -> Gone", "false -> Names").replace("node Gone", "node Alone");
  const marked = two.replace("node Find", "node |Find|");
  expect(await refactored(marked, "Make an inner journey")).toBeDefined();
  expect(
    await refactored(marked.replace(/\n\}\n$/, "\n\n  require Find before success\n}\n"), "Make an inner journey"),
  ).toBeUndefined();
  const scenario = 'scenario "x" of Login {\n  stub Find -> true\n}\n';
  expect(await refactored(marked, "Make an inner journey", { "/work/s.journey": scenario })).toBeUndefined();
});

test("nothing is offered in a text with syntax errors", async () => {
  expect(await refactored(`${decide("|")}\n{{{`, "Let ")).toBeUndefined();
});

const risky = (inputs: string) => `script Risk {
  file: "risk.js"
  evaluatorVersion: "2.0"
}

journey Login {
  start -> Name

  page Name {
    node User: UsernameCollector
    node Pass: PasswordCollector

    -> Rate
  }

  node |Rate: ScriptedDecision {
    script: Risk
    outcomes: ["low"]
    inputs: [${inputs}]
    outputs: ["*"]

    low| -> Check
  }

  node Check: DataStoreDecision {
    true -> success
    false -> failure
  }
}
`;

test("a script that reads transient state is made an inner journey where it names the key", async () => {
  const title = "Make an inner journey of this node";
  const others = { "/work/risk.js": 'if (nodeState.get("password")) action.goTo("low");\n' };
  expect(await refactored(risky('"*"'), title, others)).toBeUndefined();
  expect(await refactored(risky('"password"'), title, others)).toContain('tree: "LoginPart"');
});
