import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { filesBelow } from "./files-below.js";
import { temporaryFolder } from "./temporary-folder.js";

/** A folder that knows what it held. */
export interface WatchedFolder {
  readonly folder: string;
  /** What has changed since, as `git diff` tells it; "" where nothing has. */
  changes(): string;
}

/** A folder with these files. Git compares it only where something has changed: a repository for each test takes longer than the test. */
export function watchedFolder(files: Readonly<Record<string, string>>): WatchedFolder {
  const folder = temporaryFolder(files);
  const before = filesBelow(folder);
  return { folder, changes: () => (isSame(before, filesBelow(folder)) ? "" : difference(before, folder)) };
}

function isSame(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): boolean {
  return (
    Object.keys(before).length === Object.keys(after).length &&
    Object.entries(after).every(([path, text]) => before[path] === text)
  );
}

function difference(before: Readonly<Record<string, string>>, folder: string): string {
  const old = temporaryFolder(before);
  const options = ["--no-index", "--no-renames", "--no-color", "--no-ext-diff"];
  const { stdout, stderr, status } = spawnSync("git", ["-c", "core.autocrlf=false", "diff", ...options, old, folder], {
    cwd: join(folder, ".."),
    encoding: "utf8",
  });
  // 1 stands for a difference.
  if (status !== 1) throw new Error(`git says: ${stderr}`);
  return stdout;
}
