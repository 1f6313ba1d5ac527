import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkBuild } from "../../../src/cli/cache/check-build.js";
import { main } from "../../../src/cli/process/main.js";
import { diskFiles } from "../../../src/project/disk-files.js";
import { commandHost } from "../../support/fake-host.js";
import { journeyText, projectFiles, scriptText } from "../../support/incremental-project.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

test("a build that watches reads what has changed and what depends on it, and restores outputs", async () => {
  const folder = temporaryFolder(projectFiles(6));
  const { host, talk } = commandHost(folder);
  const args = ["build", "--watch"];
  let read: string[] = [];
  const files = {
    ...diskFiles,
    readText: (path: string) => {
      if (read.includes("end")) throw new Error("end");
      read.push(path.slice(folder.length + 1));
      return diskFiles.readText(path);
    },
  };
  const running = main(args, { ...host, files, buildCheck: checkBuild(args, "program", host) }).catch(String);
  onTestFinished(async () => {
    read = ["end"];
    writeFileSync(join(folder, "journeys/last.journey"), journeyText("Last", 0));
    await running;
  });
  /** Changes something, and waits for the next line of a result. */
  const after = async (change: () => void): Promise<readonly string[]> => {
    const lines = () => talk().match(/^\d\d:\d\d:\d\d .*$/gm) ?? [];
    const before = lines().length;
    read = [];
    change();
    await expect.poll(() => lines().length, { timeout: 10_000 }).toBeGreaterThan(before);
    // The watcher is set up after the line.
    await new Promise((settled) => setTimeout(settled, 200));
    return [lines().at(-1)?.slice(10) ?? "", ...read];
  };
  await after(() => undefined);
  const second = journeyText("Journey2", 2, "second");
  expect(await after(() => writeFileSync(join(folder, "journeys/Journey2.journey"), second))).toEqual([
    "Built: 1 written, 5 unchanged",
    "journeys/Journey2.journey",
  ]);
  expect(readFileSync(join(folder, "dist/Journey2.journey.json"), "utf8")).toContain("second");
  expect(await after(() => writeFileSync(join(folder, "journeys/scripts/Journey1.js"), scriptText('"new"')))).toEqual([
    "Built: 1 written, 5 unchanged",
    "journeys/Journey1.journey",
    "journeys/scripts/Journey1.js",
  ]);
  rmSync(join(folder, "dist/Journey4.journey.json"));
  const third = journeyText("Journey2", 2, "third");
  expect((await after(() => writeFileSync(join(folder, "journeys/Journey2.journey"), third)))[0]).toBe(
    "Built: 2 written, 4 unchanged",
  );
  expect(existsSync(join(folder, "dist/Journey4.journey.json"))).toBe(true);
});
