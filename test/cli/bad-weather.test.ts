import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  asLeftByAnEndedProcess,
  isTemporary,
  type Job,
  jobs,
  site,
  type Trouble,
  withTrouble,
} from "../support/bad-weather.js";
import { type FakeRun, runCommand } from "../support/fake-host.js";
import { filesBelow } from "../support/files-below.js";

interface Storm {
  readonly job: Job;
  readonly kind: Trouble;
  readonly each: (
    run: FakeRun | undefined,
    folder: string,
    before: Readonly<Record<string, string>>,
  ) => Promise<void> | void;
}

/**
 * Runs a job again and again, each time with the trouble later, until it comes through: after each of the first steps, where work
 * begins, and then after every fifth, which by turns meets the writing, the renaming and the tidying up of a file.
 */
async function runThrough({ job, kind, each }: Storm): Promise<number> {
  for (let steps = 0; ; steps += steps < 6 ? 1 : 5) {
    const folder = await site();
    const before = filesBelow(join(folder, job.writesTo));
    const run = () => runCommand(folder, job.args);
    const { result, came } = await withTrouble(kind, steps, join(folder, job.writesTo), run);
    if (!came) {
      expect(result?.code).toBe(0);
      return steps;
    }
    await each(result, folder, before);
    rmSync(folder, { recursive: true });
  }
}

describe.each(jobs)("$command", (job) => {
  it("that is killed at any step leaves each file old or new, and the next run makes all of it and cleans up", async () => {
    const whole = await site();
    expect((await runCommand(whole, job.args)).code).toBe(0);
    const after = filesBelow(join(whole, job.writesTo));
    const steps = await runThrough({
      job,
      kind: "kill",
      async each(_run, folder, before) {
        const found = filesBelow(join(folder, job.writesTo));
        for (const [path, content] of Object.entries(found)) {
          if (!isTemporary(path)) expect([before[path], after[path]]).toContain(content);
        }
        for (const path of Object.keys(before)) expect(found).toHaveProperty([path]);
        const later = asLeftByAnEndedProcess(folder);
        expect((await runCommand(later, job.args)).code).toBe(0);
        const mended = filesBelow(join(later, job.writesTo));
        if (job.command !== "merge") expect(mended).toEqual(after);
        expect(Object.keys(mended).filter(isTemporary)).toEqual([]);
      },
    });
    expect(steps).toBeGreaterThan(1);
  });

  it("on a disk that is full at any step says so and leaves everything as it was", async () => {
    const steps = await runThrough({
      job,
      kind: "full",
      each(run, folder, before) {
        expect(run).toMatchObject({ code: 2, talk: expect.stringContaining("the disk is full") });
        expect(filesBelow(join(folder, job.writesTo))).toEqual(before);
      },
    });
    expect(steps).toBeGreaterThan(0);
  });
});

/** Mounts a small disk, or says why there is none. */
function mountSmallDisk(folder: string, options: string): boolean {
  mkdirSync(folder, { recursive: true });
  const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { encoding: "utf8" });
  if (status !== 0) {
    console.warn(`SKIPPED: a test of a full or read-only disk, because no disk can be mounted here: ${stderr}`);
    return false;
  }
  onTestFinished(() => {
    spawnSync("umount", [folder]);
  });
  return true;
}

it("a disk that is really full, and one that is read-only, keep what they have", async ({ skip }) => {
  const folder = await site();
  const disk = join(folder, "disk");
  if (process.platform !== "linux" || !mountSmallDisk(disk, "size=64k")) return skip();
  cpSync(join(folder, "out"), join(disk, "out"), { recursive: true });
  writeFileSync(join(disk, "ballast"), Buffer.alloc(64 * 1024 - 3 * 4096));
  const before = filesBelow(join(disk, "out"));
  const full = await runCommand(folder, ["build", "texts", "-o", "disk/out"]);
  expect([full.code, full.talk]).toEqual([2, expect.stringMatching(/Cannot write .*the disk is full/)]);
  expect(filesBelow(join(disk, "out"))).toEqual(before);
  spawnSync("mount", ["-o", "remount,ro", disk]);
  for (const args of [
    ["build", "texts", "-o", "disk/out"],
    ["build", "texts", "-o", "disk/new"],
    ["import", "exports", "-o", "disk/out"],
  ]) {
    const run = await runCommand(folder, args);
    expect([run.code, run.talk]).toEqual([2, expect.stringMatching(/Cannot write .*the file system is read-only/)]);
  }
  expect(filesBelow(join(disk, "out"))).toEqual(before);
});

it("a file in the place of the folder, and a folder in the place of a file, are told and nothing is written", async () => {
  const folder = await site();
  const build = (out: string) => runCommand(folder, ["build", "texts", "-o", out]);
  writeFileSync(join(folder, "file"), "kept");
  expect((await build("file")).code).toBe(2);
  expect((await build("file/below")).code).toBe(2);
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("kept");
  rmSync(join(folder, "out", "B.journey.json"));
  mkdirSync(join(folder, "out", "B.journey.json"));
  const before = filesBelow(join(folder, "out"));
  expect(await build("out")).toMatchObject({
    code: 2,
    talk: expect.stringContaining("Cannot write out/B.journey.json: it is a folder"),
  });
  expect(filesBelow(join(folder, "out"))).toEqual(before);
});
