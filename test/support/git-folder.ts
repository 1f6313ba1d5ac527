import { execFileSync } from "node:child_process";
import { temporaryFolder } from "./temporary-folder.js";

export interface GitFolder {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
}

/** A git repository with these files in its one commit. */
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
  return { folder, git };
}
