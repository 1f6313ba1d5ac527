import { execFileSync } from "node:child_process";
import { UsageError } from "./usage-error.js";

/** A limit for the output of git; no repository of journeys comes near it. */
const largestOutput = 1 << 30;

/** Runs git in a folder, without a shell, and returns its output. */
export function runGit(folder: string, args: readonly string[], input?: string): Buffer {
  try {
    return execFileSync("git", [...args], {
      cwd: folder,
      maxBuffer: largestOutput,
      stdio: ["pipe", "pipe", "pipe"],
      ...(input === undefined ? {} : { input }),
    });
  } catch (error) {
    throw new UsageError(...describeFailure(error, args));
  }
}

function describeFailure(error: unknown, args: readonly string[]): [string, string?] {
  const { code, stderr } = error as NodeJS.ErrnoException & { readonly stderr?: Buffer };
  if (code === "ENOENT") return ["git is not installed, or the folder is gone"];
  const said = stderr?.toString("utf8").trim().split("\n", 1)[0] ?? "";
  return [said === "" ? `git ${args[0] ?? ""} failed` : said.replace(/^(?:fatal|error): /, "git: ")];
}

/** Whether the repository's own configuration has settings in a section. */
export function hasGitSection(folder: string, section: string): boolean {
  const keys = runGit(folder, ["config", "--local", "--name-only", "--list", "-z"]).toString("utf8").split("\0");
  return keys.some((key) => key.startsWith(`${section}.`) && !key.slice(section.length + 1).includes("."));
}
