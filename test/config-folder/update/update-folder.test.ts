import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "../../support/fake-host.js";
import { folderLayouts } from "../../support/folder-layouts.js";
import { type GitFolder, gitFolder } from "../../support/git-folder.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

/** Imports the folder into texts that lie elsewhere. */
async function imported({ folder }: GitFolder): Promise<string> {
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
    const git = gitFolder(files);
    const texts = await imported(git);
    expect(
      readdirSync(texts)
        .filter((name) => name.endsWith(".journey"))
        .sort(),
    ).toEqual(["Empty.journey", "Sign In.journey"]);
    expect(await build(git.folder, texts)).toMatchObject({ code: 0, talk: "" });
    expect(git.changes()).toBe("");
    expect(await build(git.folder, ".")).toMatchObject({ code: 0, talk: "" });
    expect(git.changes()).toBe("");
  });

  test("shows one changed setting as one changed line", async () => {
    const git = gitFolder(files);
    const texts = await imported(git);
    edit(texts, (text) => text.replace('"A fixture"', '"Another one"'));
    expect(await build(git.folder, texts)).toMatchObject({ code: 0, talk: "" });
    const lines = changedLines(git.changes());
    expect(lines.map((line) => line.replace(/\s+/g, ""))).toEqual([
      '-"description":"Afixture",',
      '+"description":"Anotherone",',
    ]);
  });

  test("shows one changed property of a node as one changed line", async () => {
    const git = gitFolder(files);
    const texts = await imported(git);
    edit(texts, (text) => text.replace(/inputs: \[[^\]]*\]|outputs: \[[^\]]*\]/, (list) => list.replace('"*"', '"a"')));
    expect(await build(git.folder, texts)).toMatchObject({ code: 0, talk: "" });
    expect(changedLines(git.changes())).toHaveLength(2);
  });

  test("takes a new journey beside the others, in their layout", async () => {
    const git = gitFolder(files);
    const texts = await imported(git);
    writeFileSync(
      join(texts, "More.journey"),
      "journey More {\n  start -> Ask\n\n  node Ask: DataStoreDecision {\n    true -> success\n    false -> failure\n  }\n}\n",
    );
    expect((await build(git.folder, texts)).code).toBe(0);
    expect(changedLines(git.changes()).filter((line) => line.startsWith("-") && !/[\]}]$/.test(line))).toEqual([]);
    const again = await runCommand(git.folder, ["import", ".", "--out", temporaryFolder()]);
    expect(again.output.match(/\w+\.journey/g)).toContain("More.journey");
    expect(again.talk, layout).not.toMatch(/error|warning/);
  });

  test("loses the nodes that a journey has lost, and nothing else", async () => {
    const git = gitFolder(files);
    const texts = await imported(git);
    writeFileSync(join(texts, "Sign In.journey"), 'journey SignIn "Sign In" {\n  start -> success\n}\n');
    expect((await build(git.folder, texts)).code).toBe(0);
    expect(textsBelow(git.folder)).not.toContain("UsernameCollectorNode");
    expect(textsBelow(git.folder)).not.toContain("ScriptedDecisionNode");
    const again = temporaryFolder();
    const { talk } = await runCommand(git.folder, ["import", ".", "--out", again]);
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
