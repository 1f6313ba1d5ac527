import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describeFileProblem } from "../../project/describe-file-problem.js";
import { shownPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import { writeFileAtomically } from "../output/atomic-write.js";
import { withDevDependency } from "../output/dev-dependency.js";
import { withIgnoredFolders } from "../output/ignored-folders.js";
import { withMcpEntry } from "../output/mcp-entry.js";
import { exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

/** `journeyc init`: a project to start from. Its files lie in `templates`. */
export const init = defineCommand({
  usage: "init [dir]",
  description:
    "Starts a project: the reset-password journey, a configuration file, journeyc as a pinned dev dependency, what assistants need\n" +
    "(AGENTS.md, .mcp.json), and a CI step at the root of the repository. Never overwrites a file; package.json, .mcp.json and\n" +
    ".gitignore get what they lack.",
  options: {},
  positionals: { minimum: 0, maximum: 1 },
  async run({ positionals: [folder = "."], host }) {
    const target = resolve(host.workingDirectory, folder);
    // What is there is read before anything is written, so that a package.json with a mistake leaves all as it was.
    const merged = mergedFiles(target, host);
    const tell = (what: string, path: string) =>
      host.output.write(`${what.padEnd(7)}  ${shownPath(path, host.workingDirectory)}\n`);
    const template = join(host.packageFolder, "templates", "init");
    for (const file of filesBelow(template)) {
      const path = join(target, relative(template, file));
      tell(attempt(path, () => copyNew(file, path)) ? "created" : "kept", path);
    }
    for (const { path, before, after } of merged) {
      if (after !== before) attempt(path, () => writeMerged(path, after));
      tell(before === undefined ? "created" : after === before ? "kept" : "updated", path);
    }
    const enter = target === host.workingDirectory ? "" : `cd ${shownPath(target, host.workingDirectory)} && `;
    host.talk.write(`\nNext: ${enter}npm install && npx journeyc check && npx journeyc build\n`);
    host.talk.write("Commit package-lock.json: the CI step installs what it names.\n");
    return exitCode.fine;
  },
});

interface MergedFile {
  readonly path: string;
  /** `undefined` where there is no file yet. */
  readonly before: string | undefined;
  readonly after: string;
}

function mergedFiles(target: string, host: Host): readonly MergedFile[] {
  const merge = (path: string, change: (text: string | undefined) => string): MergedFile => {
    const before = existsSync(path) ? attempt(path, () => readFileSync(path, "utf8"), "read") : undefined;
    return { path, before, after: change(before) };
  };
  const whole = (path: string, changed: string | undefined): string => {
    if (changed === undefined) throw new UsageError(`${shownPath(path, host.workingDirectory)} is not a JSON object`);
    return changed;
  };
  const manifest = join(target, "package.json");
  const servers = join(target, ".mcp.json");
  const workflow = readFileSync(join(host.packageFolder, "templates", "workflow.yml"), "utf8");
  const top = repositoryOf(target) ?? target;
  const inside = relative(top, target).split(sep).join("/");
  return [
    merge(manifest, (text) => whole(manifest, withDevDependency(text, "journeyc", versionToInstall(target, host)))),
    merge(servers, (text) => whole(servers, withMcpEntry(text))),
    merge(join(target, ".gitignore"), (text) => withIgnoredFolders(text, ["node_modules", "dist", ".journeyc"])),
    merge(join(top, ".github", "workflows", workflowName(inside)), (text) => text ?? workflowIn(inside, workflow)),
  ];
}

/** The folder of the repository that a folder lies in: hosts look for workflows there only. */
function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return undefined;
  }
}

function workflowName(inside: string): string {
  return inside === "" ? "journeys.yml" : `journeys-${inside.replace(/[^\p{L}\p{N}]+/gu, "-")}.yml`;
}

function workflowIn(inside: string, workflow: string): string {
  if (inside === "") return workflow.replace(/ +defaults:\n(?: {6,}.*\n)+/, "");
  return workflow
    .replace("name: journeys\n", `name: ${JSON.stringify(`journeys (${inside})`)}\n`)
    .replace("working-directory: .\n", `working-directory: ${JSON.stringify(inside)}\n`);
}

/** This very version; where the package was installed from a file, that file. */
function versionToInstall(target: string, { packageFolder, version }: Host): string {
  const project = dirname(dirname(packageFolder));
  const manifest = join(project, "package.json");
  if (packageFolder !== join(project, "node_modules", "journeyc") || !existsSync(manifest)) return version;
  const [, path] = /"journeyc"\s*:\s*"file:([^"\\]+)"/.exec(readFileSync(manifest, "utf8")) ?? [];
  return path === undefined ? version : `file:${relative(target, resolve(project, path)).split(sep).join("/")}`;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** False where there is such a file already. */
function copyNew(from: string, to: string): boolean {
  if (existsSync(to)) return false;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to, constants.COPYFILE_EXCL);
  return true;
}

function writeMerged(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileAtomically(path, text);
}

function attempt<T>(path: string, act: () => T, what = "write"): T {
  try {
    return act();
  } catch (error) {
    throw new UsageError(`Cannot ${what} ${path}: ${describeFileProblem(error)}`);
  }
}
