import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, sep } from "node:path";
import { describeFileProblem } from "../../project/describe-file-problem.js";
import { hasGitSection, runGit } from "../../project/git.js";
import { UsageError } from "../../project/usage-error.js";
import { writeFileAtomically } from "../output/atomic-write.js";
import { withOurLines, withoutOurLines } from "../output/git-attributes.js";
import { exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

/** The line of a hunk header: the declaration that a change stands in. */
const hunkHeader = "^[ \t]*((journey|page|node|script|extern|scenario)[ \t].*)$";

/**
 * The words that `--word-diff` compares: names with their `-` and `_`, arrows, and single marks, so that a changed word of a text is
 * told without its quotes. Written with classes alone, as it must hold in any locale: without UTF-8, bytes of letters are no marks.
 */
const words = "(_|[^[:space:][:punct:]])+(-(_|[^[:space:][:punct:]])+)*|->|[^[:space:]]";

/** Where git keeps the texts of exports that it has shown. */
const shownExports = "refs/notes/textconv/journey-export";

/** `journeyc git-setup`: lets git read, compare and merge journeys. */
export const gitSetup = defineCommand({
  usage: "git-setup",
  description:
    "Lets git show exports as journeys (git diff, git log -p), merge journeys and exports by their meaning, and name the\n" +
    "node in hunk headers. Writes .gitattributes and the repository's own git configuration; may be run again.",
  options: {
    exports: {
      type: "string",
      multiple: true,
      value: "PATTERN",
      help: "a .gitattributes pattern of files that are exports (default: *.journey.json)",
    },
    command: {
      type: "string",
      value: "COMMAND",
      help: "the command by which git calls journeyc (default: journeyc, or npx if it is installed in the project)",
    },
    "config-code": {
      type: "boolean",
      help: "let git run a configuration that is code (journey.config.js, .mjs): only where all who can change it are trusted",
    },
    remove: { type: "boolean", help: "undo all of this" },
  },
  positionals: { minimum: 0, maximum: 0 },
  async run({ options, host }) {
    const top = runGit(host.workingDirectory, ["rev-parse", "--show-toplevel"]).toString("utf8").trim();
    if (options.remove === true) remove(top);
    else {
      const command = options.command ?? defaultCommand(top, host);
      setUp(
        top,
        { command, version: host.version, runsCode: options["config-code"] === true },
        patternsOf(options.exports),
      );
    }
    host.talk.write(
      options.remove === true
        ? "git treats journeys as ordinary text again\n"
        : "git now shows and merges journeys by their meaning\n",
    );
    return exitCode.fine;
  },
});

function patternsOf(given: readonly string[]): readonly string[] {
  const patterns = given.length > 0 ? given : ["*.journey.json"];
  for (const pattern of patterns) {
    if (/[\r\n]/.test(pattern) || pattern.startsWith("#"))
      throw new UsageError(`--exports ${pattern} is not a pattern`);
  }
  return patterns;
}

/** A pattern with blanks is quoted, because a blank separates it from its attributes. */
function attributeLine(pattern: string, attributes: string): string {
  return `${/[\s"\\]/.test(pattern) ? JSON.stringify(pattern) : pattern} ${attributes}`;
}

function defaultCommand(top: string, host: Host): string {
  const isInstalled = host.packageFolder.startsWith(join(top, "node_modules") + sep);
  return isInstalled ? "npx --no-install journeyc" : "journeyc";
}

interface Calls {
  readonly command: string;
  readonly version: string;
  /** Whether the merge driver runs a configuration that is code. */
  readonly runsCode: boolean;
}

/**
 * Git keeps the texts of exports as long as the command that made them is the same, so the command has the version in it.
 *
 * A merge brings in the files of others, so its driver runs no configuration unless the owner of the clone says so. Git keeps that
 * in its own configuration, which no commit can change.
 */
function setUp(top: string, { command, version, runsCode }: Calls, exports: readonly string[]): void {
  const lines = [
    attributeLine("*.journey", "text eol=lf diff=journey merge=journey"),
    ...exports.map((pattern) => attributeLine(pattern, "diff=journey-export merge=journey")),
  ];
  changeAttributes(top, (text) => withOurLines(text, lines));
  const settings = [
    ["diff.journey.xfuncname", hunkHeader],
    ["diff.journey-export.xfuncname", hunkHeader],
    ["diff.journey.wordRegex", words],
    ["diff.journey-export.wordRegex", words],
    ["diff.journey-export.textconv", `${command} textconv --version-set-up ${version}`],
    ["diff.journey-export.cachetextconv", "true"],
    ["merge.journey.name", "merge of journeys by what they mean"],
    ["merge.journey.driver", `${command} merge ${runsCode ? "" : "--no-config-code "}%O %A %B %P`],
  ] as const;
  for (const [key, value] of settings) runGit(top, ["config", "--local", "--replace-all", key, value]);
}

function remove(top: string): void {
  changeAttributes(top, withoutOurLines);
  runGit(top, ["update-ref", "-d", shownExports]);
  for (const section of ["diff.journey", "diff.journey-export", "merge.journey"]) {
    if (hasGitSection(top, section)) runGit(top, ["config", "--local", "--remove-section", section]);
  }
}

/** Changes `.gitattributes`. An empty file is removed. */
function changeAttributes(top: string, change: (text: string) => string): void {
  const path = join(top, ".gitattributes");
  try {
    const before = existsSync(path) ? readFileSync(path, "utf8") : "";
    const after = change(before);
    if (after === before) return;
    if (after === "") rmSync(path);
    else writeFileAtomically(path, after);
  } catch (error) {
    throw new UsageError(`Cannot write ${path}: ${describeFileProblem(error)}`);
  }
}
