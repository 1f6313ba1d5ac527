import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Json } from "../../src/text/json.js";
import { runCommand } from "../support/fake-host.js";
import { gitFolder } from "../support/git-folder.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { watchedFolder } from "../support/watched-folder.js";

const success = "70e691a5-1e33-4ac3-a356-e7b6d60d92e0";
const mailId = "11111111-1111-4111-8111-111111111111";

const json = (value: Json) => JSON.stringify(value, null, 2);

/** A journey that sends a mail, in the layout of fr-config-manager, with the template that it names. */
function mailFolder(template: string, texts: Readonly<Record<string, string>>, members: Json): Record<string, string> {
  const journey = "realms/alpha/journeys/Mail";
  const folder = `email-templates/${template}`;
  return {
    [`${journey}/Mail.json`]: json({
      _id: "Mail",
      entryNodeId: mailId,
      identityResource: "managed/alpha_user",
      nodes: {
        [mailId]: {
          connections: { outcome: success },
          displayName: "Send",
          nodeType: "EmailSuspendNode",
          version: "1.0",
        },
      },
    }),
    [`${journey}/nodes/Send - ${mailId}.json`]: json({
      _id: mailId,
      _outcomes: [{ displayName: "Outcome", id: "outcome" }],
      _type: { _id: "EmailSuspendNode", collection: true, name: "Email Suspend Node", version: "1.0" },
      emailAttribute: "mail",
      emailSuspendMessage: { en: "Sent" },
      emailTemplateName: template,
      identityAttribute: "mail",
      objectLookup: false,
    }),
    [`${folder}/${template}.json`]: json({ _id: `emailTemplate/${template}`, ...(members as object) }),
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text])),
  };
}

describe("e-mail templates of fr-config-manager", () => {
  const welcome = mailFolder(
    "welcome",
    { "welcome.en.html": "<h1>Welcome</h1>", "welcome.en.md": "# Welcome", "welcome.css": "body {}\n" },
    {
      html: { en: { file: "welcome.en.html" } },
      message: { en: { file: "welcome.en.md" } },
      styles: { file: "welcome.css" },
      subject: { en: "Welcome" },
    },
  );

  test("are imported with the texts and styles that lie beside them", async () => {
    const folder = temporaryFolder(welcome);
    const checked = await runCommand(folder, ["check", "."]);
    expect(checked.talk + checked.output).not.toMatch(/missing-text-file/);
    const imported = await runCommand(folder, ["import", ".", "--out", "texts"]);
    expect([imported.code, imported.talk]).toEqual([0, ""]);
    expect(JSON.parse(readFileSync(join(folder, "texts/resources/welcome.json"), "utf8"))).toEqual({
      _id: "emailTemplate/welcome",
      html: { en: "<h1>Welcome</h1>" },
      message: { en: "# Welcome" },
      styles: "body {}\n",
      subject: { en: "Welcome" },
    });
  });

  test("are read from a revision of git in the same way", async () => {
    const { folder } = gitFolder(welcome);
    const same = await runCommand(folder, ["diff", "--git", "HEAD", "."]);
    expect([same.code, same.talk]).toEqual([0, ""]);
  });
});

test.each(["welcome.styles.scss", "welcome.sass", "welcome.style"])("a template's text may be in %s", async (style) => {
  const folder = temporaryFolder(
    mailFolder("welcome", { [style]: "$a: 1;\n" }, { styles: { file: style }, subject: { en: "Welcome" } }),
  );
  const imported = await runCommand(folder, ["import", ".", "--out", "texts"]);
  expect([imported.code, imported.talk]).toEqual([0, ""]);
  expect(JSON.parse(readFileSync(join(folder, "texts/resources/welcome.json"), "utf8")).styles).toBe("$a: 1;\n");
});

test.each([".x", ".hidden journey", "-x", "a.b"])("a journey called %s comes back from its folder", async (name) => {
  const folder = temporaryFolder({
    "T.journey": `journey T ${JSON.stringify(name)} {\n  start -> P\n\n  page P ".p" {\n    node U: UsernameCollector ".u"\n\n    -> success\n  }\n}\n`,
  });
  const built = await runCommand(folder, ["build", "T.journey", "-t", "frconfig", "--out", "o"]);
  expect([built.code, built.talk]).toEqual([0, ""]);
  const imported = await runCommand(folder, ["import", "o", "--out", "again"]);
  expect([imported.code, imported.talk]).toEqual([0, ""]);
  const [file = ""] = readdirSync(join(folder, "again")).filter((each) => each.endsWith(".journey"));
  const text = readFileSync(join(folder, "again", file), "utf8");
  expect(text).toContain(JSON.stringify(name));
  expect(text).toContain("node U: UsernameCollector");
});

test("folders of tools are hidden, even among journeys", async () => {
  const journey = "journey T {\n  start -> U\n\n  node U: UsernameCollector {\n    -> success\n  }\n}\n";
  const folder = temporaryFolder({
    "journeys/T.journey": journey,
    "journeys/.vscode/Old.journey": journey.replace("journey T", "journey Old"),
    "journeys/.git/x.journey": "nothing",
  });
  const built = await runCommand(folder, ["build", "journeys", "--out", "o"]);
  expect([built.code, built.talk]).toEqual([0, ""]);
  expect(readdirSync(join(folder, "o")).filter((name) => name.endsWith(".json"))).toEqual(["T.journey.json"]);
});

test.each([["漢".repeat(90)], ["x".repeat(250)], ["/".repeat(100)]])(
  "names that no disk takes are cut",
  async (name) => {
    const journey = (title: string, id: string) =>
      `journey ${title} ${JSON.stringify(id)} {\n  start -> U\n\n  node U: UsernameCollector {\n    -> success\n  }\n}\n`;
    const folder = temporaryFolder({
      "in/A.journey": journey("A", `${name}a`),
      "in/B.journey": journey("B", `${name}b`),
    });
    const built = await runCommand(folder, ["build", "in", "--out", "o", "--target", "export,mermaid"]);
    expect([built.code, built.talk]).toEqual([0, ""]);
    const names = readdirSync(join(folder, "o")).filter((each) => each.endsWith(".json"));
    expect(names).toHaveLength(2);
    const imported = await runCommand(folder, ["import", "o", "--out", "again"]);
    expect([imported.code, imported.talk]).toEqual([0, ""]);
    const texts = readdirSync(join(folder, "again")).map((each) => readFileSync(join(folder, "again", each), "utf8"));
    for (const each of [`${name}a`, `${name}b`]) expect(texts.filter((text) => text.includes(each))).toHaveLength(1);
    // A second build finds its own files, and none that are gone.
    const again = await runCommand(folder, ["build", "in", "--out", "o", "--target", "export,mermaid"]);
    expect([again.code, again.talk]).toEqual([0, ""]);
    expect(again.output).not.toMatch(/written|no journey/);
  },
);

/** A page with a script, an inner node, a template, a theme and an inner journey, as a tenant has them. */
function tenant(realm: string): Record<string, string> {
  const [page, name, decide, mail, inner] = [1, 2, 3, 4, 5].map(
    (digit) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`,
  );
  const script = "aaaaaaaa-1111-4111-8111-111111111111";
  const type = (id: string, title: string) => ({ _id: id, collection: true, name: title, version: "1.0" });
  const node = (label: string, nodeType: string, connections: Json, x: number) => ({
    connections,
    displayName: label,
    nodeType,
    version: "1.0",
    x,
    y: 10.5,
  });
  const outcome = [{ displayName: "Outcome", id: "outcome" }];
  const journeys = `realms/${realm}/journeys`;
  const signIn = `${journeys}/-sign in 50%`;
  return {
    [`${signIn}/-sign in 50%.json`]: json({
      _id: "-sign in 50%",
      _rev: "1234567890",
      description: "sign in",
      enabled: true,
      entryNodeId: page!,
      identityResource: `managed/${realm}_user`,
      innerTreeOnly: false,
      mustRun: false,
      nodes: {
        [page!]: node("~Page: one?", "PageNode", { outcome: decide! }, 100),
        [decide!]: node("50% off", "ScriptedDecisionNode", { no: mail!, yes: inner! }, 200),
        [mail!]: node(".Mail", "EmailSuspendNode", { outcome: success }, 300),
        [inner!]: node(
          "Inner",
          "InnerTreeEvaluatorNode",
          { false: "e301438c-0bd0-429c-ab0c-66126501069a", true: success },
          400,
        ),
      },
      staticNodes: { startNode: { x: 50, y: 25 } },
      uiConfig: { categories: "[]" },
    }),
    [`${signIn}/nodes/~Page%3A one%3F - ${page}.json`]: json({
      _id: page!,
      _outcomes: outcome,
      _rev: "-99",
      _type: type("PageNode", "Page Node"),
      nodes: [{ _id: name!, displayName: "Username", nodeType: "UsernameCollectorNode" }],
      pageDescription: {},
      pageHeader: { en: "Sign in" },
      stage: '{"themeId":"blue"}',
    }),
    [`${signIn}/nodes/~Page%3A one%3F - ${page}/Username - ${name}.json`]: json({
      _id: name!,
      _outcomes: outcome,
      _rev: "5",
      _type: type("UsernameCollectorNode", "Username Collector"),
    }),
    [`${signIn}/nodes/50% off - ${decide}.json`]: json({
      _id: decide!,
      _outcomes: ["yes", "no"].map((id) => ({ displayName: id, id })),
      _rev: "7",
      _type: type("ScriptedDecisionNode", "Scripted Decision"),
      inputs: ["*"],
      outcomes: ["yes", "no"],
      outputs: ["*"],
      script,
    }),
    [`${signIn}/nodes/.Mail - ${mail}.json`]: json({
      _id: mail!,
      _outcomes: outcome,
      _rev: "8",
      _type: type("EmailSuspendNode", "Email Suspend Node"),
      emailAttribute: "mail",
      emailSuspendMessage: { en: "Sent" },
      emailTemplateName: "welcome",
      identityAttribute: "mail",
      objectLookup: false,
    }),
    [`${signIn}/nodes/Inner - ${inner}.json`]: json({
      _id: inner!,
      _outcomes: ["true", "false"].map((id) => ({ displayName: id === "true" ? "True" : "False", id })),
      _rev: "9",
      _type: type("InnerTreeEvaluatorNode", "Inner Tree Evaluator"),
      tree: "Empty",
    }),
    [`${journeys}/Empty/Empty.json`]: `${json({
      _id: "Empty",
      _rev: "2",
      entryNodeId: success,
      identityResource: `managed/${realm}_user`,
      nodes: {},
    })}\n`,
    [`realms/${realm}/scripts/scripts-config/${script}.json`]: json({
      _id: script,
      context: "AUTHENTICATION_TREE_DECISION_NODE",
      description: "null",
      evaluatorVersion: "2.0",
      language: "JAVASCRIPT",
      name: "Is it 50%? or: not",
      script: { file: "scripts-content/AUTHENTICATION_TREE_DECISION_NODE/Is it 50%%3F or%3A not.js" },
    }),
    [`realms/${realm}/scripts/scripts-content/AUTHENTICATION_TREE_DECISION_NODE/Is it 50%%3F or%3A not.js`]:
      'outcome = "yes";\r\n',
    "email-templates/welcome/welcome.json": json({
      _id: "emailTemplate/welcome",
      defaultLocale: "en",
      enabled: true,
      html: { de: { file: "welcome.de.html" }, en: { file: "welcome.en.html" } },
      message: { en: { file: "welcome.en.md" } },
      styles: { file: "welcome.css" },
      subject: { en: "Welcome" },
    }),
    "email-templates/welcome/welcome.de.html": "",
    "email-templates/welcome/welcome.en.html": "<p>Hi</p>\n",
    "email-templates/welcome/welcome.en.md": "Hi",
    "email-templates/welcome/welcome.css": "",
    [`realms/${realm}/themes/Blue/Blue.json`]: json({ _id: "blue", name: "Blue", logo: { file: "logo.html" } }),
    [`realms/${realm}/themes/Blue/logo.html`]: "<b>Blue</b>",
    "esvs/variables/esv-a.json": json({ _id: "esv-a", valueBase64: "YQ==" }),
  };
}

/** Another tool, or a hand: members in another order, other indentation, tabs, an end of the line, Windows line ends. */
const forms: Readonly<Record<string, (text: string) => string>> = {
  "as the tool writes them": (text) => text,
  "with a line end at the end": (text) => `${text}\n`,
  "with tabs": (text) => JSON.stringify(JSON.parse(text), null, "\t"),
  "in one line": (text) => JSON.stringify(JSON.parse(text)),
  "with Windows line ends and a byte order mark": (text) => `\ufeff${text.replaceAll("\n", "\r\n")}\r\n`,
  "with members in another order": (text) => json(reversed(JSON.parse(text) as Json)),
};

function reversed(value: Json): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

describe("a folder of fr-config-manager", () => {
  const both = { ...tenant("alpha"), ...tenant("bravo") };

  test.each(Object.entries(forms))("comes back as it was: %s", async (_, form) => {
    const files = Object.fromEntries(
      Object.entries(both).map(([path, text]) => [path, path.endsWith(".json") ? form(text) : text]),
    );
    const { folder, changes } = watchedFolder(files);
    const texts = temporaryFolder();
    for (const realm of ["alpha", "bravo"]) {
      const journeys = `${texts}/${realm}`;
      const imported = await runCommand(folder, ["import", ".", "--realm", realm, "--out", journeys]);
      expect([imported.code, imported.talk]).toEqual([0, expect.not.stringMatching(/error|warning/)]);
      const target = ["--target", "frconfig", "--out", "."];
      const fromTexts = await runCommand(folder, ["build", journeys, "--realm", realm, ...target]);
      expect([fromTexts.code, fromTexts.talk]).toEqual([0, ""]);
      expect(changes()).toBe("");
      const direct = await runCommand(folder, ["build", ".", "--realm", realm, ...target]);
      expect(direct.code).toBe(0);
      expect(changes()).toBe("");
    }
  });

  test.each(["frconfig", "folder"])("of one realm comes back to it where nobody names a realm: %s", async (target) => {
    const files = tenant("bravo");
    const empty = "realms/bravo/journeys/Empty/Empty.json";
    files[empty] = files[empty]!.replace("managed/bravo_user", "managed/alpha_user");
    const { folder, changes } = watchedFolder(files);
    const texts = temporaryFolder();
    expect((await runCommand(folder, ["import", ".", "--out", texts])).code).toBe(0);
    const built = await runCommand(folder, ["build", texts, "--target", target, "--out", "."]);
    expect(built.code).toBe(0);
    expect(changes()).toBe("");
  });

  test("shows one changed value as one changed line", async () => {
    const { folder, changes } = watchedFolder(tenant("alpha"));
    const texts = temporaryFolder();
    await runCommand(folder, ["import", ".", "--out", texts]);
    const file = join(texts, "%2Dsign in 50%25.journey");
    writeFileSync(file, readFileSync(file, "utf8").replace('pageHeader: "Sign in"', 'pageHeader: "Log in"'));
    const built = await runCommand(folder, ["build", texts, "--target", "frconfig", "--out", "."]);
    expect([built.code, built.talk]).toEqual([0, ""]);
    const lines = changes()
      .split("\n")
      .filter((line) => /^[-+](?![-+])/.test(line));
    expect(lines).toEqual(['-    "en": "Sign in"', '+    "en": "Log in"']);
  });

  test("a node with a new label moves, and its old file goes", async () => {
    const { folder } = watchedFolder(tenant("alpha"));
    const texts = temporaryFolder();
    await runCommand(folder, ["import", ".", "--out", texts]);
    const file = join(texts, "%2Dsign in 50%25.journey");
    writeFileSync(file, readFileSync(file, "utf8").replace('"50% off"', '"60% off"'));
    const built = await runCommand(folder, ["build", texts, "--target", "frconfig", "--out", "."]);
    expect(built.talk).toMatch(/^removed {4}realms\/alpha\/journeys\/-sign in 50%\/nodes\/50% off - 3{8}-\S+\.json\n$/);
    const there = readdirSync(join(folder, "realms/alpha/journeys/-sign in 50%/nodes"));
    expect(there.filter((name) => name.includes("off"))).toEqual([
      "60% off - 33333333-1111-4111-8111-111111111111.json",
    ]);
  });

  test("journeys that are gone are named, and removed with --prune; others stay", async () => {
    const { folder } = watchedFolder({ ...both, "realms/alpha/journeys/Empty/notes.txt": "mine" });
    const texts = temporaryFolder();
    await runCommand(folder, ["import", ".", "--realm", "alpha", "--out", texts]);
    rmSync(join(texts, "%2Dsign in 50%25.journey"));
    const build = (...args: readonly string[]) =>
      runCommand(folder, ["build", ...args, "--target", "frconfig", "--realm", "alpha", "--out", "."]);
    const gone = join(folder, "realms/alpha/journeys/-sign in 50%");
    const named = await build(texts);
    expect(named.talk).toBe(
      "gone       realms/alpha/journeys/-sign in 50%/  (no journey -sign in 50% was built; --prune removes it)\n",
    );
    expect(existsSync(gone)).toBe(true);
    expect((await build(join(texts, "Empty.journey"))).talk).toBe("");
    expect((await build(join(texts, "Empty.journey"), "--prune")).code).toBe(2);
    expect(existsSync(gone)).toBe(true);
    const pruned = await build(texts, "--prune");
    expect(pruned.talk).toBe("removed    realms/alpha/journeys/-sign in 50%/\n");
    expect(existsSync(gone)).toBe(false);
    expect(existsSync(join(folder, "realms/alpha/journeys/Empty/notes.txt"))).toBe(true);
    expect(existsSync(join(folder, "realms/bravo/journeys/-sign in 50%"))).toBe(true);
  });

  test("a journey that lies in a folder of another name stays there, and of two folders one goes", async () => {
    const folder = temporaryFolder({
      "T.journey": 'journey Test "-test" {\n  start -> success\n}\n',
      "out/realms/alpha/journeys/old name/old name.json": json({ _id: "-test", _rev: "1", nodes: {} }),
    });
    const build = () => runCommand(folder, ["build", "T.journey", "--target", "frconfig", "--out", "out"]);
    expect((await build()).code).toBe(0);
    const journeys = join(folder, "out/realms/alpha/journeys");
    expect(readdirSync(journeys)).toEqual(["old name"]);
    mkdirSync(join(journeys, "-test"));
    writeFileSync(join(journeys, "-test", "-test.json"), json({ _id: "-test", _rev: "2" }));
    expect((await build()).talk).toBe("removed    out/realms/alpha/journeys/old name/old name.json\n");
    expect(readdirSync(journeys)).toEqual(["-test"]);
    expect(JSON.parse(readFileSync(join(journeys, "-test", "-test.json"), "utf8"))._rev).toBe("2");
  });
});
