import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runOnChanges, type WatchedRun } from "../../../src/cli/process/watch.js";
import { openProject } from "../../../src/project/open-project.js";
import { UsageError } from "../../../src/project/usage-error.js";
import { commandHost } from "../../support/fake-host.js";
import { gitFolder } from "../../support/git-folder.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const good = "journey A { start -> success }\n";

/** Watches a folder; each run opens it, reads it, and writes an output and a log into it. */
function watching(folder: string, paths: readonly string[] = ["."]) {
  const { host, talk } = commandHost(folder);
  let runs = 0;
  let isEnded = false;
  const work = async (watchedHost: typeof host): Promise<WatchedRun> => {
    if (isEnded) throw new Error("end");
    runs++;
    const project = await openProject(watchedHost, { paths, buildsTo: { folder: "out" } });
    let journeys = 0;
    for (const input of project.read()) journeys += input.journeys.length;
    mkdirSync(join(folder, "out"), { recursive: true });
    writeFileSync(join(folder, "out", "A.journey.json"), `${runs}`);
    appendFileSync(join(folder, "nohup.out"), "unchanged\n");
    return { watched: project.watched, result: `${journeys} journeys`, isFine: journeys > 0 };
  };
  const running = runOnChanges(host, work, () => new Date(2026, 0, 2, 3, 4, 5)).catch((error: Error) => error.message);
  onTestFinished(async () => {
    isEnded = true;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "last.journey"), good);
    await running;
  });
  return {
    talk,
    runs: () => runs,
    /** Waits for a run after this many, and for the watcher to be set up. */
    async after(count: number) {
      await expect.poll(() => runs, { timeout: 10_000 }).toBeGreaterThan(count);
      await quiet();
    },
  };
}

const quiet = () => new Promise((settled) => setTimeout(settled, 200));

test("outputs, logs and notes in a watched folder wake nobody", async () => {
  const folder = temporaryFolder({ "a.journey": good });
  const { runs, after } = watching(folder);
  await after(0);
  for (const name of [
    "notes.txt",
    "watch.txt",
    "build.log",
    "nohup.out",
    "more.json",
    ".a.journey.swp",
    "a.journey~",
  ]) {
    appendFileSync(join(folder, name), "text");
  }
  mkdirSync(join(folder, "empty"));
  await quiet();
  expect(runs()).toBe(1);
});

test("what a run has read, what it missed, and new journeys in new folders wake it", async () => {
  const text = 'journey A {\n  start -> success\n\n  script S { file: "scripts/s.js" evaluatorVersion: "2.0" }\n}\n';
  const folder = temporaryFolder({ "a.journey": text });
  const { runs, after } = watching(folder);
  await after(0);
  let before = runs();
  mkdirSync(join(folder, "scripts"));
  writeFileSync(join(folder, "scripts", "s.js"), "outcome = 'true';");
  await after(before);
  before = runs();
  mkdirSync(join(folder, "more", "deep"), { recursive: true });
  writeFileSync(join(folder, "more", "deep", "b.journey"), "journey B { start -> success }");
  await after(before);
  before = runs();
  // An editor's save: a new file beside, renamed over the old one.
  writeFileSync(join(folder, ".a.journey.tmp"), good);
  renameSync(join(folder, ".a.journey.tmp"), join(folder, "a.journey"));
  await after(before);
  before = runs();
  rmSync(join(folder, "more"), { recursive: true });
  await after(before);
});

test("a folder that goes and comes back is watched again, and each run tells time and result in a line", async () => {
  const root = temporaryFolder({ "project/a.journey": good });
  const folder = join(root, "project");
  const { runs, after, talk } = watching(folder, [folder]);
  await after(0);
  for (let round = 0; round < 2; round++) {
    let before = runs();
    rmSync(folder, { recursive: true });
    await after(before);
    before = runs();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "a.journey"), good);
    await after(before);
    before = runs();
    appendFileSync(join(folder, "a.journey"), "\n");
    await after(before);
  }
  const lines = talk().split("\n");
  expect(lines[0]).toBe("03:04:05  1 journeys. Watching for changes; press Ctrl+C to stop");
  expect(lines).toContain("03:04:05  1 journeys, fixed");
});

test("a branch without the watched folder, and the branch with it again", async () => {
  const { folder: root, git } = gitFolder({ "readme.txt": "", "project/a.journey": good });
  git("checkout", "--quiet", "-b", "empty");
  git("rm", "--quiet", "-r", "project");
  git("commit", "--quiet", "--message", "without");
  git("checkout", "--quiet", "-");
  // Outputs that are left in it keep the folder from going with its last file.
  writeFileSync(join(root, ".git", "info", "exclude"), "out\nnohup.out\n");
  const folder = join(root, "project");
  const { runs, after, talk } = watching(folder, [folder]);
  await after(0);
  let before = runs();
  git("checkout", "--quiet", "empty");
  rmSync(folder, { recursive: true, force: true });
  await after(before);
  before = runs();
  git("checkout", "--quiet", "-");
  await after(before);
  expect(talk().trimEnd().split("\n").at(-1)).toBe("03:04:05  1 journeys, fixed");
  before = runs();
  appendFileSync(join(folder, "a.journey"), "\n");
  await after(before);
});

test("wrong use of the command ends the first run, and is only told later", async () => {
  const { host } = commandHost(temporaryFolder());
  await expect(runOnChanges(host, () => Promise.reject(new UsageError("No such folder")))).rejects.toThrow(
    "No such folder",
  );
});
