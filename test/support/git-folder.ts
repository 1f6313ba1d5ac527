import { execFileSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder.js";

/** Without the upkeep that each commit would start as a program of its own. */
const configuration = `[user]
  name = A
  email = a@example.com
[core]
  autocrlf = false
[maintenance]
  auto = false
`;

export interface GitFolder {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
}

/** A git repository with these files in its one commit. */
export function gitFolder(files: Readonly<Record<string, string>>): GitFolder {
  const folder = temporaryFolder(files);
  const git = (...args: readonly string[]) => execFileSync("git", [...args], { cwd: folder, encoding: "utf8" });
  git("init", "--quiet", "--initial-branch", "main");
  appendFileSync(join(folder, ".git", "config"), configuration);
  git("add", "--all");
  git("commit", "--quiet", "--message", "as it was");
  return { folder, git };
}
