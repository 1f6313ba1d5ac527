import { spawnSync } from "node:child_process";
import fs, { cpSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { runCommand } from "./fake-host.js";
import { filesBelow } from "./files-below.js";
import { temporaryFolder } from "./temporary-folder.js";

const names = ["A", "B"];
const text = (name: string, header: string) =>
  `journey ${name} {\n  start -> Ask\n  page Ask {\n    header: "${header}"\n    node User: UsernameCollector\n\n    -> success\n  }\n}\n`;
const texts = (header: string) =>
  Object.fromEntries(names.map((name) => [`texts/${name}.journey`, text(name, header)]));

export interface Job {
  readonly command: string;
  readonly args: readonly string[];
  /** The folder that the command writes to. */
  readonly writesTo: string;
}

/** Each writes several files, or one, over those that stand there. */
export const jobs: readonly Job[] = [
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
  { command: "check --fix", args: ["check", "misspelt", "--fix"], writesTo: "misspelt" },
  { command: "test --coverage-out", args: ["test", "texts", "--coverage-out", "coverage"], writesTo: "coverage" },
  { command: "test --generate", args: ["test", "tested", "--generate"], writesTo: "tested" },
  { command: "merge", args: ["merge", "merge/base", "merge/ours", "merge/theirs"], writesTo: "merge" },
];

let prepared: Readonly<Record<string, string>> | undefined;

/** Runs a command in a folder, and gives its exit code. */
type Runner = (folder: string, args: readonly string[]) => Promise<number | null>;

/** What stands before each job: outputs of an older version, and the inputs of a newer one. */
export async function site(
  runner: Runner = async (folder, args) => (await runCommand(folder, args)).code,
): Promise<string> {
  prepared ??= filesBelow(await prepare(runner));
  return temporaryFolder(prepared);
}

async function prepare(runner: Runner): Promise<string> {
  const folder = temporaryFolder({
    ...texts("Old"),
    "into/A.journey": text("A", "Old"),
    "fresh/kept.txt": "kept",
    "merge/base": text("A", "Old"),
    "merge/ours": text("A", "Old").replace("journey A {", "journey A {\n  noSession: true"),
    "merge/theirs": text("A", "New"),
  });
  const run = async (...args: string[]) => expect([args, await runner(folder, args)]).toEqual([args, 0]);
  await run("build", "texts", "-o", "out");
  await run("build", "texts", "-t", "frconfig", "-o", "fr");
  await run("import", "out", "-o", "imported");
  for (const [path, content] of Object.entries(texts("New"))) writeFileSync(join(folder, path), content);
  await run("build", "texts", "-o", "exports");
  cpSync(join(folder, "texts"), join(folder, "untidy"), { recursive: true });
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const name of names)
    write(
      `misspelt/${name}.journey`,
      text(name, "New").replace("UsernameCollector", "UsernameColector").replace("header:", "pageHeader:"),
    );
  for (const name of names) write(`tested/${name}.journey`, text(name, "New"));
  write("coverage/coverage.json", "old");
  for (const name of names)
    writeFileSync(join(folder, "untidy", `${name}.journey`), text(name, "New").replace(/^ +/gm, ""));
  return folder;
}

export const isTemporary = (path: string) => path.includes(".tmp");

/** The functions that change a disk, and those of them that need room on it. */
export const diskSteps = {
  kill: ["writeFileSync", "renameSync", "mkdirSync", "linkSync", "copyFileSync", "rmSync", "rmdirSync", "chmodSync"],
  full: ["writeFileSync", "mkdirSync", "linkSync", "copyFileSync"],
} as const;

export type Trouble = keyof typeof diskSteps;

/**
 * Runs with a disk that has trouble after a number of steps: it is full from then on, or nothing of what the process does comes
 * to it any more, which is all that a kill leaves. Tells whether the trouble came.
 */
export async function withTrouble<Result>(
  kind: Trouble,
  steps: number,
  folder: string,
  run: () => Promise<Result>,
): Promise<{ readonly result: Result | undefined; readonly came: boolean }> {
  const disk = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  const real = { ...disk };
  let left = steps;
  let came = false;
  for (const name of diskSteps[kind]) {
    disk[name] = (...args) => {
      if (!String(args[0]).startsWith(folder) || left-- > 0) return real[name]?.(...args);
      came = true;
      throw Object.assign(new Error("no space left on device"), { code: kind === "full" ? "ENOSPC" : "KILLED" });
    };
  }
  syncBuiltinESMExports();
  try {
    return { result: await run(), came };
  } catch (error) {
    // Whatever a process would do now, it is dead.
    if (kind === "kill" && came) return { result: undefined, came };
    throw error;
  } finally {
    for (const name of diskSteps[kind]) disk[name] = real[name]!;
    syncBuiltinESMExports();
  }
}

let endedProcess: number | undefined;

/** The folder as a later process finds it: what this one has left there under its id belongs to one that has ended. */
export function asLeftByAnEndedProcess(folder: string): string {
  endedProcess ??= spawnSync(process.execPath, ["--version"]).pid;
  const later = temporaryFolder();
  cpSync(folder, later, { recursive: true, preserveTimestamps: true });
  const left = readdirSync(later, { recursive: true }).map(String);
  for (const path of left.filter((each) => each.endsWith(".tmp"))) {
    renameSync(join(later, path), join(later, path.replace(`-${process.pid}-`, `-${endedProcess}-`)));
  }
  return later;
}
