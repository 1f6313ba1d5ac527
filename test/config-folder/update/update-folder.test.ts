import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixtureIds } from "../../support/export-fixture.js";
import { runCommand } from "../../support/fake-host.js";
import { folderLayouts } from "../../support/folder-layouts.js";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { type WatchedFolder, watchedFolder } from "../../support/watched-folder.js";

/** Imports the folder into texts that lie elsewhere. */
async function imported({ folder }: WatchedFolder): Promise<string> {
  const texts = temporaryFolder();
  const { code, talk } = await runCommand(folder, ["import", ".", "--out", texts]);
  expect([code, talk.replace(/^With a raw block.*\n$/m, "")]).toEqual([0, ""]);
  return texts;
}

const build = (folder: string, texts: string) =>
  runCommand(folder, ["build", texts, "--target", "folder", "--out", "."]);

function edit(texts: string, change: (text: string) => string): void {
  const file = join(texts, "Sign In.journey");
  const before = readFileSync(file, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

const changedLines = (changes: string) => changes.split("\n").filter((line) => /^[-+](?![-+])/.test(line));

describe.each(Object.entries(folderLayouts))("%s", (layout, files) => {
  test("comes back as it was, from texts and directly", async () => {
    const watched = watchedFolder(files);
    const texts = await imported(watched);
    expect(
      readdirSync(texts)
        .filter((name) => name.endsWith(".journey"))
        .sort(),
    ).toEqual(["Empty.journey", "Sign In.journey"]);
    expect(await build(watched.folder, texts)).toMatchObject({ code: 0, talk: "" });
    expect(watched.changes()).toBe("");
    expect(await build(watched.folder, ".")).toMatchObject({ code: 0, talk: "" });
    expect(watched.changes()).toBe("");
  });

  test("shows one changed setting as one changed line", async () => {
    const watched = watchedFolder(files);
    const texts = await imported(watched);
    edit(texts, (text) => text.replace('"A fixture"', '"Another one"'));
    expect(await build(watched.folder, texts)).toMatchObject({ code: 0, talk: "" });
    const lines = changedLines(watched.changes());
    expect(lines.map((line) => line.replace(/\s+/g, ""))).toEqual([
      '-"description":"Afixture",',
      '+"description":"Anotherone",',
    ]);
  });

  test("shows one changed property of a node as one changed line", async () => {
    const watched = watchedFolder(files);
    const texts = await imported(watched);
    edit(texts, (text) => text.replace('pageHeader: "Sign In"', 'pageHeader: "Welcome"'));
    expect(await build(watched.folder, texts)).toMatchObject({ code: 0, talk: "" });
    expect(changedLines(watched.changes())).toHaveLength(2);
  });

  test("takes a new journey beside the others, in their layout", async () => {
    const watched = watchedFolder(files);
    const texts = await imported(watched);
    writeFileSync(
      join(texts, "More.journey"),
      "journey More {\n  start -> Ask\n\n  node Ask: DataStoreDecision {\n    true -> success\n    false -> failure\n  }\n}\n",
    );
    expect((await build(watched.folder, texts)).code).toBe(0);
    expect(changedLines(watched.changes()).filter((line) => line.startsWith("-") && !/[\]}]$/.test(line))).toEqual([]);
    const again = await runCommand(watched.folder, ["import", ".", "--out", temporaryFolder()]);
    expect(again.output.match(/\w+\.journey/g)).toContain("More.journey");
    expect(again.talk, layout).not.toMatch(/error|warning/);
  });

  test("loses the nodes that a journey has lost, and nothing else", async () => {
    const watched = watchedFolder(files);
    const texts = await imported(watched);
    writeFileSync(join(texts, "Sign In.journey"), 'journey SignIn "Sign In" {\n  start -> success\n}\n');
    expect((await build(watched.folder, texts)).code).toBe(0);
    expect(textsBelow(watched.folder)).not.toContain("UsernameCollectorNode");
    expect(textsBelow(watched.folder)).not.toContain("ScriptedDecisionNode");
    const again = temporaryFolder();
    const { talk } = await runCommand(watched.folder, ["import", ".", "--out", again]);
    expect(talk).not.toMatch(/error|warning/);
    expect(readFileSync(join(again, "Empty.journey"), "utf8")).toBe(readFileSync(join(texts, "Empty.journey"), "utf8"));
    expect(readFileSync(join(again, "Sign In.journey"), "utf8")).toContain("start -> success");
  });
});

function textsBelow(folder: string): string {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile() && !/\.git\b/.test(entry.parentPath));
  return files.map(({ name, parentPath }) => readFileSync(join(parentPath, name), "utf8")).join("\n");
}

test("texts that lie in files of their own change there", async () => {
  const node = "11111111-0000-4000-8000-000000000001";
  const mail = "11111111-0000-4000-8000-000000000002";
  const success = "70e691a5-1e33-4ac3-a356-e7b6d60d92e0";
  const json = (value: object) => JSON.stringify(value, null, 2);
  const watched = watchedFolder({
    "am/trees/Mail.json": json({
      _id: "Mail",
      entryNodeId: node,
      nodes: {
        [node]: { connections: { ok: mail }, displayName: "Decide", nodeType: "ScriptedDecisionNode" },
        [mail]: { connections: { outcome: success }, displayName: "Send", nodeType: "EmailSuspendNode" },
      },
    }),
    [`am/nodes/${node}.json`]: json({
      _id: node,
      outcomes: ["ok"],
      script: "s1",
      _type: { _id: "ScriptedDecisionNode" },
    }),
    [`am/nodes/${mail}.json`]: json({ _id: mail, emailTemplateName: "welcome", _type: { _id: "EmailSuspendNode" } }),
    "am/scripts/scripts-config/s1.json": json({
      _id: "s1",
      context: "AUTHENTICATION_TREE_DECISION_NODE",
      language: "JAVASCRIPT",
      name: "Decide",
      script: { file: "scripts-content/decide.js" },
    }),
    "am/scripts/scripts-content/decide.js": 'outcome = "ok";\n',
    "email-templates/welcome/welcome.json": json({
      _id: "emailTemplate/welcome",
      html: { en: { file: "welcome.en.html" } },
      subject: { en: "Welcome" },
    }),
    "email-templates/welcome/welcome.en.html": "<p>Hi</p>",
  });
  const texts = await imported(watched);
  expect((await build(watched.folder, texts)).code).toBe(0);
  expect(watched.changes()).toBe("");
  const script = join(texts, "scripts/decide.js");
  writeFileSync(script, `${readFileSync(script, "utf8")}// done\n`);
  const template = join(texts, "resources/welcome.json");
  writeFileSync(template, readFileSync(template, "utf8").replace("<p>Hi</p>", "<p>Hello</p>"));
  expect(await build(watched.folder, texts)).toMatchObject({ code: 0, talk: "" });
  expect(changedLines(watched.changes())).toEqual(["+// done", "-<p>Hi</p>", "+<p>Hello</p>"]);
});

test("nodes of two types with one id become two, each with its settings", async () => {
  const { page, name, success } = fixtureIds;
  const entity = (type: string, id: string, data: object) =>
    JSON.stringify(
      { metadata: { realm: "/alpha", entityType: type, entityId: id }, data: { _id: id, ...data } },
      null,
      2,
    );
  const second = "11111111-0000-4000-8000-000000000009";
  const reference = (next: string) => ({
    connections: { outcome: next },
    displayName: "Page Node",
    nodeType: "PageNode",
  });
  const pageOf = (nodeType: string) => ({
    _type: { _id: "PageNode" },
    nodes: [{ _id: name, displayName: "Ask", nodeType }],
  });
  const watched = watchedFolder({
    "realms/root-alpha/AuthTree/Ask.json": entity("AuthTree", "Ask", {
      entryNodeId: page,
      description: "Before",
      nodes: { [page]: reference(second), [second]: reference(success) },
    }),
    [`realms/root-alpha/PageNode/${page}.json`]: entity("PageNode", page, pageOf("ChoiceCollectorNode")),
    [`realms/root-alpha/PageNode/${second}.json`]: entity("PageNode", second, pageOf("AttributeCollectorNode")),
    [`realms/root-alpha/ChoiceCollector/${name}.json`]: entity("ChoiceCollectorNode", name, {
      _type: { _id: "ChoiceCollectorNode" },
      choices: ["yes", "no"],
    }),
    [`realms/root-alpha/AttributeCollector/${name}.json`]: entity("AttributeCollectorNode", name, {
      _type: { _id: "AttributeCollectorNode" },
      attributesToCollect: ["mail"],
    }),
  });
  const texts = temporaryFolder();
  const { code, talk } = await runCommand(watched.folder, ["import", ".", "--out", texts]);
  expect([code, talk]).toEqual([0, expect.stringContaining("id-of-two-types")]);
  expect(await build(watched.folder, texts)).toMatchObject({ code: 0 });
  expect(watched.changes()).toBe("");
  const file = join(texts, "Ask.journey");
  writeFileSync(file, readFileSync(file, "utf8").replace('"Before"', '"After"'));
  expect(await build(watched.folder, texts)).toMatchObject({ code: 0 });
  const again = temporaryFolder();
  expect(await runCommand(watched.folder, ["import", ".", "--out", again])).toMatchObject({ code: 0, talk: "" });
  expect(readFileSync(join(again, "Ask.journey"), "utf8")).toBe(readFileSync(file, "utf8"));
});
