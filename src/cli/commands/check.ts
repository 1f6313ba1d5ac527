import { dirname, resolve } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { renderGithub } from "../../diagnostics/render/github.js";
import { printable } from "../../diagnostics/render/printable.js";
import { sarifLog } from "../../diagnostics/render/sarif.js";
import { summarise } from "../../diagnostics/render/summary.js";
import { checkProject } from "../../project/check-project.js";
import { openProject, type ProjectRequest } from "../../project/open-project.js";
import { readModel } from "../../project/read-model.js";
import { refuseUnknownParameters } from "../../project/refuse-unknown-parameters.js";
import { standardInputPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import type { SourceFile } from "../../text/source-file.js";
import { namedFormat } from "../input/named-format.js";
import { projectOptions } from "../input/project-options.js";
import { applyFixes } from "../output/apply-fixes.js";
import { writeJson, writePretty } from "../output/report.js";
import { sarifOptions } from "../output/sarif-options.js";
import { removeLeftovers } from "../output/temporary-name.js";
import { writeTogether } from "../output/write-together.js";
import { type ExitCode, exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

const formats = ["pretty", "json", "sarif", "github"] as const;
type Format = (typeof formats)[number];

/** `journeyc check`: all diagnostics of journeys. */
export const check = defineCommand({
  usage: "check [paths…]",
  description:
    "Reports everything that is wrong in journeys, with its place and a remedy. Input: .journey files, exports, and folders\n" +
    "of both; without paths, the configuration's `include`, or the .journey files below the current folder.",
  options: {
    format: { type: "string", value: "pretty|json|sarif|github", help: "how findings are written (default: pretty)" },
    json: { type: "boolean", help: "the same as --format json" },
    "max-warnings": { type: "string", value: "N", help: "fail when there are more warnings than this" },
    fix: { type: "boolean", help: "correct what is safe to correct in .journey files, then report the rest" },
    ...projectOptions,
  },
  positionals: { minimum: 0, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    const format = namedFormat(options, formats);
    const maxWarnings = numberOf(options["max-warnings"]);
    const request = { ...options, paths: positionals };
    let found = await findAll(host, request);
    const mended = new Map<string, number>();
    for (let pass = 0; options.fix === true && pass < mostPasses && mend(found, mended, host); pass++)
      found = await findAll(host, request);
    for (const [path, count] of mended) {
      host.talk.write(`Fixed ${count} finding${count === 1 ? "" : "s"} in ${printable(path)}\n`);
    }
    write(found, format, host);
    if (found.diagnostics.length === 0 && format === "pretty") host.talk.write(`${fine(found.sources.size)}\n`);
    return found.isUnreadable ? exitCode.usage : verdict(found.diagnostics, maxWarnings);
  },
});

/** What one fix writes may have a fix itself, as `script: 'Rate'` becomes `"Rate"` and then `Rate`. */
const mostPasses = 5;

interface Found {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlySet<SourceFile>;
  readonly isUnreadable: boolean;
}

async function findAll(host: Host, request: ProjectRequest): Promise<Found> {
  const project = await openProject(host, request);
  const read = readModel(project, { withoutNames: true });
  refuseUnknownParameters(project.chosenParams, read.parameters);
  const sources = new Set(
    [...read.parsed, ...read.model.journeys.map(({ place }) => place)].map(({ source }) => source),
  );
  return { diagnostics: checkProject(project, read), sources, isUnreadable: read.isUnreadable };
}

function write({ diagnostics, sources }: Found, format: Format, host: Host): void {
  if (format === "pretty") writePretty(diagnostics, host.output);
  else if (format === "json") writeJson(diagnostics, sources.size, {}, host.output);
  else if (format === "github") host.output.write(renderGithub(diagnostics));
  else host.output.write(`${JSON.stringify(sarifLog(diagnostics, sarifOptions(host)), null, 2)}\n`);
}

/** Applies fixes to the files, adds their numbers by path, and says whether there were any. Standard input cannot be changed. */
function mend({ diagnostics, sources }: Found, mended: Map<string, number>, host: Host): boolean {
  for (const { path } of sources) removeLeftovers(dirname(resolve(host.workingDirectory, path)));
  const fixed = applyFixes(diagnostics).filter(({ source }) => source.path !== standardInputPath);
  const texts = fixed.map(({ source, text }) => [resolve(host.workingDirectory, source.path), text] as const);
  writeTogether(new Map(texts), host.workingDirectory);
  for (const { source, count } of fixed) mended.set(source.path, (mended.get(source.path) ?? 0) + count);
  return fixed.length > 0;
}

function verdict(diagnostics: readonly Diagnostic[], maxWarnings: number): ExitCode {
  const { errors, warnings } = summarise(diagnostics);
  return errors > 0 || warnings > maxWarnings ? exitCode.findings : exitCode.fine;
}

function fine(files: number): string {
  return `No findings in ${files} file${files === 1 ? "" : "s"}`;
}

function numberOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--max-warnings must be a number, not ${text}`);
  return Number(text);
}
