import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diskFiles } from "../../src/project/disk-files.js";
import { loadSettings } from "../../src/project/load-settings.js";
import { openProject } from "../../src/project/open-project.js";
import { openModel } from "../../src/project/read-model.js";
import { memoryHost } from "../support/memory-files.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const journey = (name: string) => `journey ${name} {\n  start -> success\n}\n`;
const withScript = `journey A {
  start -> Run

  node Run: ScriptedDecision { script: Rate outcomes: ["ok"] ok -> success }

  script Rate { file: "scripts/rate.js" }
}
`;

describe("files", () => {
  test("the buffers of an editor stand in for the files on the disk: texts, scripts, configuration", async () => {
    const folder = temporaryFolder({
      "a.journey": journey("A"),
      "scripts/rate.js": "outcome = 'saved';",
      "journey.config.json": "{}",
    });
    const buffers = new Map([
      [join(folder, "a.journey"), withScript],
      [join(folder, "scripts/rate.js"), "outcome = 'ok';"],
      [join(folder, "journey.config.json"), '{ "realm": "bravo" }'],
    ]);
    const host = memoryHost(
      {},
      {
        workingDirectory: folder,
        files: {
          ...diskFiles,
          readText(path) {
            const text = buffers.get(path);
            return text === undefined ? diskFiles.readText(path) : { text };
          },
        },
      },
    );
    const { model, project, diagnostics } = await openModel(host, { paths: [] });
    expect(diagnostics).toEqual([]);
    expect(model.journeys.map(({ scripts }) => scripts.map(({ body }) => body))).toEqual([["outcome = 'ok';"]]);
    expect(project.bind.realm).toBe("bravo");
    expect(readFileSync(join(folder, "a.journey"), "utf8")).toBe(journey("A"));
  });

  test("all that was read is known, and what is missing: a change there may concern the project", async () => {
    const host = memoryHost({
      "/work/in/a.journey": withScript,
      "/work/other/b.journey": journey("B"),
      "/work/types/own.json": '{ "id": "OwnNode" }',
      "/journey.config.json": '{ "nodeTypes": ["work/types/own.json"] }',
    });
    const { project, diagnostics } = await openModel(host, { paths: ["in", "other/b.journey"] });
    expect(diagnostics.map(({ code }) => code)).toContain("unreadable-file");
    expect([...project.filesRead].sort()).toEqual([
      "/journey.config.json",
      "/work/in/a.journey",
      "/work/in/scripts/rate.js",
      "/work/other/b.journey",
      "/work/types/own.json",
    ]);
    expect([...project.watched.folders()].sort()).toEqual([
      "/",
      "/work/in",
      "/work/in/scripts",
      "/work/other",
      "/work/types",
    ]);
  });

  test("the folders of an export of many files are known", async () => {
    const host = memoryHost({ "/work/config/realms/alpha/journeys/A/A.json": "{}" });
    const { project } = await openModel(host, { paths: ["config"] });
    expect([...project.watched.folders()].sort()).toEqual([
      "/work/config",
      "/work/config/realms",
      "/work/config/realms/alpha",
      "/work/config/realms/alpha/journeys",
      "/work/config/realms/alpha/journeys/A",
    ]);
  });
});

describe("without paths", () => {
  const exported = JSON.stringify({ tree: { _id: "X", entryNodeId: "x", nodes: {} }, nodes: {} });

  test("the configuration's include holds, from its own folder, with exports that it names", async () => {
    const host = memoryHost({
      "/journey.config.json": '{ "include": ["work/in", "work/x.json"] }',
      "/work/in/a.journey": journey("A"),
      "/work/in/b.json": "{}",
      "/work/c.journey": journey("C"),
      "/work/x.json": exported,
    });
    const { model } = await openModel(host, { paths: [] });
    expect(model.journeys.map(({ id }) => id)).toEqual(["A", "X"]);
  });

  test("a folder without texts is refused, whatever JSON lies in it", async () => {
    const open = openProject(memoryHost({ "/work/x.json": exported }), { paths: [] });
    await expect(open).rejects.toThrow("There are no .journey files here");
  });

  test("the project is whole, so what the configuration turns off for nothing shows", async () => {
    const off = '{ "rules": { "unknown-node-type": { "severity": "off", "reason": "ours" } } }';
    const host = memoryHost({ "/work/a.journey": journey("A"), "/work/journey.config.json": off });
    expect((await openProject(host, { paths: [] })).silenced?.has("unknown-node-type")).toBe(true);
    expect((await openProject(host, { paths: ["a.journey"] })).silenced).toBeUndefined();
  });
});

test("settings that are loaded already hold for several versions of a project", async () => {
  const now = memoryHost({ "/work/a.journey": journey("A"), "/work/journey.config.json": '{ "realm": "bravo" }' });
  const before = memoryHost({ "/work/a.journey": journey("Old"), "/work/journey.config.json": "{ broken" });
  const settings = await loadSettings(now, {});
  const { model, project, isUnreadable } = await openModel(before, { paths: ["."], settings });
  expect(model.journeys.map(({ id }) => id)).toEqual(["Old"]);
  expect([project.bind.realm, isUnreadable]).toEqual(["bravo", false]);
});

describe("options", () => {
  const files = {
    "/work/x.json": JSON.stringify({ tree: { _id: "X", entryNodeId: "x", nodes: {} }, nodes: {} }),
    "/work/journey.config.json": '{ "environments": { "prod": { "realm": "bravo" } } }',
  };

  test.each([
    [{ env: "prd" }, "The configuration has no environment prd"],
    [{ param: ["colour"] }, "--param"],
  ])("%j is refused for exports as for texts", async (options, message) => {
    await expect(openProject(memoryHost(files), { paths: ["x.json"], ...options })).rejects.toThrow(message);
  });

  test("what the command says goes over an environment, and that over the configuration", async () => {
    const realmOf = async (options: object) =>
      (await openProject(memoryHost(files), { paths: ["x.json"], ...options })).bind.realm;
    expect(await realmOf({})).toBe("alpha");
    expect(await realmOf({ env: "prod" })).toBe("bravo");
    expect(await realmOf({ env: "prod", realm: "charlie" })).toBe("charlie");
  });
});

test.each([
  ["/bravo", "bravo"],
  ["realms/root/realms/bravo", "bravo"],
  ["Bravo", "bravo"],
  ["customers", "customers"],
])("a realm that the command line gives as %s is %s", async (realm, name) => {
  const { bind, chosenRealm, targetRealm } = await loadSettings(memoryHost({}), { realm });
  expect([bind.realm, chosenRealm, targetRealm]).toEqual([name, name, name]);
});

test("a type of the configuration may be written without its trailing Node, as one of the catalogue", async () => {
  const text = `journey A {\n  start -> Gate\n\n  node Gate: BadgeReader {\n    open -> success\n  }\n}\n`;
  const host = memoryHost({
    "/work/a.journey": text,
    "/work/types/badge.json": '{ "id": "BadgeReaderNode", "outcomes": ["open"] }',
    "/work/journey.config.json": '{ "nodeTypes": ["types/badge.json"] }',
  });
  const { model, diagnostics } = await openModel(host, { paths: ["a.journey"] });
  expect(diagnostics).toEqual([]);
  expect(model.journeys[0]?.nodes[0]?.typeId).toBe("BadgeReaderNode");
});
