import { execFileSync } from "node:child_process";
import { temporaryFolder } from "./temporary-folder.js";

/** A git repository with these files in its one commit. */
export interface GitFolder {
  readonly folder: string;
  /** What has changed since, as `git status --short` and `git diff` tell it; "" where nothing has. */
  changes(): string;
}

export function gitFolder(files: Readonly<Record<string, string>>): GitFolder {
  const folder = temporaryFolder(files);
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "core.autocrlf=false", ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "as it was");
  return { folder, changes: () => git("status", "--short", "--untracked-files=all") + git("diff") };
}
