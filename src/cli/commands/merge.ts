import { dirname, resolve } from "node:path";
import { printable } from "../../diagnostics/render/printable.js";
import type { MergeRefusal, MergeResult } from "../../diff/merge/conflict.js";
import { mergeExports } from "../../diff/merge/merge-exports.js";
import { mergeJourneys } from "../../diff/merge/merge-journeys.js";
import { describeFileProblem } from "../../project/describe-file-problem.js";
import { loadSettings } from "../../project/load-settings.js";
import type { ProjectOptions } from "../../project/project-options.js";
import { UsageError } from "../../project/usage-error.js";
import { projectOptions } from "../input/project-options.js";
import { writeFileAtomically } from "../output/atomic-write.js";
import { exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

/** `journeyc merge`: three versions of a journey become one. */
export const merge = defineCommand({
  usage: "merge <base> <ours> <theirs> [path]",
  description:
    "Merges three versions of a .journey file or of an export, and writes the result into <ours>. Where both sides changed\n" +
    "the same thing differently, ours is kept and marked. Exit status: 0 merged, 1 conflicts, 2 nothing written.\n" +
    "`path` is the file's place in the repository when git calls this (journeyc git-setup arranges that).",
  options: {
    stdout: { type: "boolean", help: "write the result to standard output instead of into <ours>" },
    ...projectOptions,
  },
  positionals: { minimum: 3, maximum: 4 },
  async run({ options, positionals, host }) {
    const [base, ours, theirs, path] = positionals as [string, string, string, string | undefined];
    const texts = { base: read(base, host), ours: read(ours, host), theirs: read(theirs, host) };
    const shown = path ?? ours;
    const isExport = looksLikeExport(texts.ours) || (/\.json$/i.test(shown) && !/\.journey$/i.test(shown));
    refuseMixture(texts, isExport, shown);
    const result = isExport ? mergeExports(shown, texts) : await mergeTexts(shown, texts, options, host);
    return finish(result, shown, options.stdout === true ? undefined : resolve(host.workingDirectory, ours), host);
  },
});

type Texts = { readonly base: string; readonly ours: string; readonly theirs: string };

/** No `.journey` text begins with a brace. */
function looksLikeExport(text: string): boolean {
  return /^\ufeff?\s*\{/.test(text);
}

/** Git gives an empty base to a file that both sides have added. */
function refuseMixture(texts: Texts, isExport: boolean, shown: string): void {
  for (const [side, text] of Object.entries(texts)) {
    if (text.trim() === "" || looksLikeExport(text) === isExport) continue;
    const [found, wanted] = isExport ? ["a text", "an export"] : ["an export", "a text"];
    throw new UsageError(`Cannot merge ${shown}: <${side}> is ${found}, <ours> is ${wanted}`);
  }
}

function read(path: string, host: Host): string {
  if (path === "-")
    throw new UsageError("merge reads files, not standard input", "journeyc merge <base> <ours> <theirs>");
  const result = host.files.readText(resolve(host.workingDirectory, path));
  if ("problem" in result) throw new UsageError(`Cannot read ${path}: ${result.problem}`);
  return result.text;
}

/** Scripts and resources are read beside the file's place in the repository. */
async function mergeTexts(
  path: string,
  texts: Texts,
  given: ProjectOptions,
  host: Host,
): Promise<MergeResult | MergeRefusal> {
  const { bind, diagnostics } = await loadSettings(host, given);
  const [problem] = diagnostics.filter(({ severity }) => severity === "error");
  // Other values of parameters, or another realm, would give other texts.
  if (problem !== undefined) {
    const { source, range } = problem.place;
    throw new UsageError(
      `Cannot merge ${path}: ${problem.message} (${source.path}:${source.positionAt(range.start).line})`,
    );
  }
  const folder = dirname(resolve(host.workingDirectory, path));
  return mergeJourneys(path, texts, { ...bind, readText: (file) => host.files.readText(resolve(folder, file)) });
}

function finish(result: MergeResult | MergeRefusal, path: string, file: string | undefined, host: Host) {
  if ("problem" in result) throw new UsageError(`Cannot merge ${path}: ${result.problem}`);
  const { style } = host.talk;
  for (const note of result.notes) host.talk.write(`${style.dim("note")}: ${printable(note)}\n`);
  for (const { where, message } of result.conflicts) {
    host.talk.write(`${style.red("conflict")} in ${printable(path)}: ${printable(where)}: ${printable(message)}\n`);
  }
  if (file === undefined) host.output.write(result.text);
  else {
    try {
      writeFileAtomically(file, result.text);
    } catch (error) {
      throw new UsageError(`Cannot write ${file}: ${describeFileProblem(error)}`);
    }
  }
  return result.conflicts.length > 0 ? exitCode.findings : exitCode.fine;
}
