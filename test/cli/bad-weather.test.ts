import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { builtPackage } from "../support/built-package.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const built = builtPackage();
const names = ["A", "B"];
const text = (name: string, header: string) =>
  `journey ${name} {\n  start -> Ask\n  page Ask {\n    header: "${header}"\n    node User: UsernameCollector\n\n    -> success\n  }\n}\n`;
const texts = (header: string, suffix = "") =>
  Object.fromEntries(names.map((name) => [`texts/${name}.journey`, text(name, header) + suffix]));

interface Job {
  readonly command: string;
  readonly args: readonly string[];
  /** The folder that the command writes to. */
  readonly writesTo: string;
}

/** Each writes several files, or one, over those that stand there. */
const jobs: readonly Job[] = [
  { command: "build", args: ["build", "texts", "-o", "out"], writesTo: "out" },
  { command: "build into a new folder", args: ["build", "texts", "-o", "fresh/out"], writesTo: "fresh" },
  { command: "build --target frconfig", args: ["build", "texts", "-t", "frconfig", "-o", "fr"], writesTo: "fr" },
  { command: "import", args: ["import", "exports", "-o", "imported", "--force"], writesTo: "imported" },
  {
    command: "import --into",
    args: ["import", "exports/A.journey.json", "--into", "into/A.journey"],
    writesTo: "into",
  },
  { command: "fmt", args: ["fmt", "untidy"], writesTo: "untidy" },
  { command: "merge", args: ["merge", "merge/base", "merge/ours", "merge/theirs"], writesTo: "merge" },
];

let prepared: Readonly<Record<string, string>> | undefined;

/** What stands before each job: outputs of an older version, and the inputs of a newer one. */
function site(): string {
  prepared ??= contentOf(prepare());
  return temporaryFolder(prepared);
}

function prepare(): string {
  const folder = temporaryFolder({
    ...texts("Old"),
    "into/A.journey": text("A", "Old"),
    "fresh/kept.txt": "kept",
    "merge/base": text("A", "Old"),
    "merge/ours": text("A", "Old").replace("journey A {", "journey A {\n  noSession: true"),
    "merge/theirs": text("A", "New"),
  });
  const run = (...args: string[]) => expect([args, built.run(args, { folder }).status]).toEqual([args, 0]);
  run("build", "texts", "-o", "out");
  run("build", "texts", "-t", "frconfig", "-o", "fr");
  run("import", "out", "-o", "imported");
  for (const [path, content] of Object.entries(texts("New"))) writeFileSync(join(folder, path), content);
  run("build", "texts", "-o", "exports");
  cpSync(join(folder, "texts"), join(folder, "untidy"), { recursive: true });
  for (const name of names)
    writeFileSync(join(folder, "untidy", `${name}.journey`), text(name, "New").replace(/^ +/gm, ""));
  return folder;
}

/** All files below a folder, by path. */
function contentOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true }).map(String);
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(folder, file)).isFile())
      .sort()
      .map((file) => [file, readFileSync(join(folder, file), "utf8")]),
  );
}

const isTemporary = (path: string) => path.includes(".tmp");

/** A module that ends the process before, or fails, its nth step that changes the disk, as a kill or a full disk would. */
function weather(kind: "kill" | "full"): string {
  const act =
    kind === "kill"
      ? `process.kill(process.pid, "SIGKILL"); for (;;);`
      : `throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });`;
  const folder = temporaryFolder({
    "weather.cjs": `const fs = require("node:fs");
let left = Number(process.env.STEPS);
for (const name of ${kind === "kill" ? `["writeFileSync", "renameSync", "mkdirSync", "linkSync", "rmSync", "chmodSync"]` : `["writeFileSync", "mkdirSync", "linkSync", "copyFileSync"]`}) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (String(args[0]).startsWith(process.env.SITE) && left-- <= 0) { ${act} }
    return real(...args);
  };
}
require("node:module").syncBuiltinESMExports();`,
  });
  return join(folder, "weather.cjs");
}

interface Storm {
  readonly job: Job;
  readonly kind: "kill" | "full";
  readonly each: (
    after: ReturnType<typeof built.run>,
    folder: string,
    before: Readonly<Record<string, string>>,
  ) => void;
}

/** How far on the trouble comes next: each of the first steps is tried, and every fourth after them. */
const next = (steps: number) => steps + (steps < 6 ? 1 : 4);

/** Runs a job again and again, each time with trouble later, until it comes through. */
function runThrough({ job, kind, each }: Storm): number {
  const start = site();
  const module = weather(kind);
  const before = contentOf(join(start, job.writesTo));
  for (let steps = 0; ; steps = next(steps)) {
    const folder = temporaryFolder();
    cpSync(start, folder, { recursive: true, preserveTimestamps: true });
    const environment = { STEPS: String(steps), SITE: join(folder, job.writesTo) };
    const run = built.run(job.args, { folder, node: ["--require", module], environment });
    if (run.status === 0) return steps;
    each(run, folder, before);
    rmSync(folder, { recursive: true });
  }
}

describe.each(jobs)("$command", (job) => {
  it("that is killed at any step leaves each file old or new, and the next run makes all of it and cleans up", () => {
    const whole = site();
    expect(built.run(job.args, { folder: whole }).status).toBe(0);
    const after = contentOf(join(whole, job.writesTo));
    const steps = runThrough({
      job,
      kind: "kill",
      each(run, folder, before) {
        expect(run.signal).toBe("SIGKILL");
        const found = contentOf(join(folder, job.writesTo));
        for (const [path, content] of Object.entries(found)) {
          if (!isTemporary(path)) expect([before[path], after[path]]).toContain(content);
        }
        for (const path of Object.keys(before)) expect(found).toHaveProperty([path]);
        expect(built.run(job.args, { folder }).status).toBe(0);
        if (job.command !== "merge") expect(contentOf(join(folder, job.writesTo))).toEqual(after);
        expect(Object.keys(contentOf(join(folder, job.writesTo))).filter(isTemporary)).toEqual([]);
      },
    });
    expect(steps).toBeGreaterThan(1);
  });

  it("on a disk that is full at any step says so and leaves everything as it was", () => {
    const steps = runThrough({
      job,
      kind: "full",
      each(run, folder, before) {
        expect([run.status, run.stderr]).toEqual([2, expect.stringContaining("the disk is full")]);
        const found = contentOf(join(folder, job.writesTo));
        // Files that are formatted are written one by one: each is whole, whatever becomes of the others.
        if (job.command === "fmt") expect(Object.keys(found)).toEqual(Object.keys(before));
        else expect(found).toEqual(before);
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

it("a disk that is really full, and one that is read-only, keep what they have", ({ skip }) => {
  const folder = site();
  const disk = join(folder, "disk");
  if (process.platform !== "linux" || !mountSmallDisk(disk, "size=64k")) return skip();
  cpSync(join(folder, "out"), join(disk, "out"), { recursive: true });
  writeFileSync(join(disk, "ballast"), Buffer.alloc(64 * 1024 - 3 * 4096));
  const before = contentOf(join(disk, "out"));
  const full = built.run(["build", "texts", "-o", "disk/out"], { folder });
  expect([full.status, full.stderr]).toEqual([2, expect.stringMatching(/Cannot write .*the disk is full/)]);
  expect(contentOf(join(disk, "out"))).toEqual(before);
  spawnSync("mount", ["-o", "remount,ro", disk]);
  for (const args of [
    ["build", "texts", "-o", "disk/out"],
    ["build", "texts", "-o", "disk/new"],
    ["import", "exports", "-o", "disk/out"],
  ]) {
    const run = built.run(args, { folder });
    expect([run.status, run.stderr]).toEqual([2, expect.stringMatching(/Cannot write .*the file system is read-only/)]);
  }
  expect(contentOf(join(disk, "out"))).toEqual(before);
});

it("a file in the place of the folder, and a folder in the place of a file, are told and nothing is written", () => {
  const folder = site();
  writeFileSync(join(folder, "file"), "kept");
  expect(built.run(["build", "texts", "-o", "file"], { folder }).status).toBe(2);
  expect(built.run(["build", "texts", "-o", "file/below"], { folder }).status).toBe(2);
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("kept");
  rmSync(join(folder, "out", "B.journey.json"));
  mkdirSync(join(folder, "out", "B.journey.json"));
  const before = contentOf(join(folder, "out"));
  const run = built.run(["build", "texts", "-o", "out"], { folder });
  expect([run.status, run.stderr]).toEqual([
    2,
    expect.stringContaining("Cannot write out/B.journey.json: it is a folder"),
  ]);
  expect(contentOf(join(folder, "out"))).toEqual(before);
});

it("builds at once into one folder, old or new, all succeed and leave what one leaves", async () => {
  const folder = site();
  const environment = { PATH: process.env.PATH, XDG_CACHE_HOME: join(built.folder, "cache") };
  const run = (out: string) =>
    new Promise<number | null>((end) => {
      const child = spawn(process.execPath, [built.launcher, "build", "texts", "-o", out], {
        cwd: folder,
        env: environment,
      });
      child.on("exit", end);
    });
  for (const out of ["new", "out"]) {
    expect(await Promise.all([run(out), run(out), run(out), run(out)])).toEqual([0, 0, 0, 0]);
    expect(contentOf(join(folder, out))).toEqual(contentOf(join(folder, "exports")));
  }
  expect(readdirSync(folder).filter(isTemporary)).toEqual([]);
});
