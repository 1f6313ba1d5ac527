import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diskFiles } from "../../../src/project/disk-files.js";
import { type FakeRun, runBuild } from "../../support/fake-host.js";
import { configurationText, journeyText, projectFiles, scriptText } from "../../support/incremental-project.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

/** A build, and the journeys and scripts that it has read. */
async function readBy(build: () => Promise<FakeRun & { readonly loads: boolean }>) {
  const read: string[] = [];
  const { readText } = diskFiles;
  Object.assign(diskFiles, {
    readText(path: string) {
      read.push(path);
      return readText(path);
    },
  });
  try {
    return { ...(await build()), read: read.map((path) => path.replace(/.*\//, "")) };
  } finally {
    Object.assign(diskFiles, { readText });
  }
}

const build = (folder: string, ...args: readonly string[]) => readBy(() => runBuild(folder, args));

describe("a build that is kept", () => {
  test("is not done again while nothing has changed, and says the same", async () => {
    const folder = temporaryFolder(projectFiles(3));
    const first = await build(folder);
    expect(first.output).toBe(
      "written    dist/Journey1.journey.json\nwritten    dist/Journey2.journey.json\nwritten    dist/Journey0.journey.json\n",
    );
    const kept = readdirSync(join(folder, ".journeyc"));
    expect(await build(folder)).toMatchObject({
      code: 0,
      output: first.output.replaceAll("written  ", "unchanged"),
      talk: "",
      loads: false,
      read: [],
    });
    expect(readdirSync(join(folder, ".journeyc"))).toEqual(kept);
  });

  test("reads a journey that has changed, and no other one", async () => {
    const folder = temporaryFolder(projectFiles(4));
    await build(folder);
    writeFileSync(join(folder, "journeys/Journey2.journey"), journeyText("Journey2", 2, "second"));
    const changed = await build(folder);
    expect(changed.read.filter((name) => name.endsWith(".journey"))).toEqual(["Journey2.journey"]);
    expect(changed.output.match(/^written .*$/gm)).toEqual(["written    dist/Journey2.journey.json"]);
    expect(await build(folder)).toMatchObject({ loads: false, read: [] });
  });

  test("reads a journey whose script has changed", async () => {
    const folder = temporaryFolder(projectFiles(4));
    await build(folder);
    writeFileSync(join(folder, "journeys/scripts/Journey1.js"), scriptText('"new"'));
    const { read, output } = await build(folder);
    expect(read.filter((name) => name !== "journey.config.json")).toEqual(["Journey1.journey", "Journey1.js"]);
    expect(output.match(/^written .*$/gm)).toEqual(["written    dist/Journey1.journey.json"]);
  });

  test("reads all when a setting has changed", async () => {
    const folder = temporaryFolder(projectFiles(4));
    await build(folder);
    writeFileSync(join(folder, "journey.config.json"), configurationText({ realm: "bravo" }));
    expect((await build(folder)).read.filter((name) => name.endsWith(".journey"))).toHaveLength(4);
  });

  test("says its findings each time", async () => {
    const folder = temporaryFolder({ "a.journey": `param unused = 1\n\n${journeyText("A", 0)}` });
    const first = await build(folder);
    expect(first.talk).toContain("note unused-param");
    const second = await build(folder);
    expect([second.loads, second.talk]).toEqual([false, first.talk]);
    expect((await build(folder, "--json")).output).toContain('"code": "unused-param"');
  });

  test("does not hold for other arguments, and is not kept with --no-cache", async () => {
    const folder = temporaryFolder(projectFiles(2));
    await build(folder, "--no-cache");
    expect(existsSync(join(folder, ".journeyc"))).toBe(false);
    await build(folder);
    expect(await build(folder, "--realm", "bravo")).toMatchObject({ loads: true });
    expect(await build(folder, "--no-cache")).toMatchObject({ loads: true });
    expect(await build(folder)).toMatchObject({ loads: true });
    expect(await build(folder)).toMatchObject({ loads: false });
  });

  test("runs a configuration that is code each time, and passes over journeys", async () => {
    const { "journey.config.json": _, ...files } = projectFiles(3);
    const text = 'export default { include: ["journeys"] };\n';
    const folder = temporaryFolder({ ...files, "journey.config.mjs": text });
    await build(folder);
    expect(await build(folder)).toMatchObject({ loads: true, read: [] });
  });

  test("lies in node_modules where there is one, or else in a folder that git ignores", async () => {
    const folder = temporaryFolder(projectFiles(1));
    await build(folder);
    expect(readFileSync(join(folder, ".journeyc", ".gitignore"), "utf8")).toMatch(/^\*$/m);
    mkdirSync(join(folder, "node_modules"));
    await build(folder);
    expect(readdirSync(join(folder, "node_modules", ".cache", "journeyc"))).toHaveLength(1);
  });

  test("is missed by nobody where it cannot be written", async () => {
    const folder = temporaryFolder({ ...projectFiles(2), ".journeyc": "a file in the way" });
    const builds = [await build(folder), await build(folder)];
    expect(builds.map(({ code, talk }) => [code, talk])).toEqual([
      [0, ""],
      [0, ""],
    ]);
  });
});
