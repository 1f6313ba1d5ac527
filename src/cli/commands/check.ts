import { dirname, resolve } from "node:path";
import { applyFixes } from "../../diagnostics/apply-fixes.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { renderGithub } from "../../diagnostics/render/github.js";
import { renderGitlab } from "../../diagnostics/render/gitlab.js";
import { printable } from "../../diagnostics/render/printable.js";
import { sarifLog } from "../../diagnostics/render/sarif.js";
import { summarise } from "../../diagnostics/render/summary.js";
import { checkProject } from "../../project/check-project.js";
import { loadSettings } from "../../project/load-settings.js";
import { openProject, type ProjectRequest } from "../../project/open-project.js";
import { readModel } from "../../project/read-model.js";
import { refuseUnknownParameters } from "../../project/refuse-unknown-parameters.js";
import { shownPath, standardInputPath } from "../../project/shown-path.js";
import { UsageError } from "../../project/usage-error.js";
import type { SourceFile } from "../../text/source-file.js";
import { namedFormat } from "../input/named-format.js";
import { type Accepted, acceptedOptions, openAccepted } from "../input/open-accepted.js";
import { projectOptions } from "../input/project-options.js";
import { hostPaths } from "../output/host-paths.js";
import { writeJson, writePretty } from "../output/report.js";
import { sarifOptions } from "../output/sarif-options.js";
import { removeLeftovers } from "../output/temporary-name.js";
import { writeTogether } from "../output/write-together.js";
import { type ExitCode, exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

const formats = ["pretty", "json", "sarif", "github", "gitlab"] as const;
type Format = (typeof formats)[number];

/** `journeyc check`: all diagnostics of journeys. */
export const check = defineCommand({
  usage: "check [paths…]",
  description:
    "Reports everything that is wrong in journeys, with its place and a remedy. Input: .journey files, exports, and folders\n" +
    "of both; without paths, the configuration's `include`, or the .journey files below the current folder.",
  options: {
    format: {
      type: "string",
      value: "pretty|json|sarif|github|gitlab",
      help: "how findings are written (default: pretty)",
    },
    json: { type: "boolean", help: "the same as --format json" },
    "max-warnings": { type: "string", value: "N", help: "fail when there are more warnings than this" },
    fix: { type: "boolean", help: "correct what is safe to correct in .journey files, then report the rest" },
    ...acceptedOptions,
    ...projectOptions,
  },
  positionals: { minimum: 0, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    const format = namedFormat(options, formats);
    const maxWarnings = numberOf(options["max-warnings"]);
    const settings = await loadSettings(host, options);
    const request = { ...options, settings, paths: positionals };
    const accepted = await openAccepted(host, request, options);
    if (accepted.diagnostics.length > 0) {
      write({ diagnostics: accepted.diagnostics, sources: new Set() }, format, host);
      return exitCode.usage;
    }
    let found = await findAll(host, request);
    const mended = new Map<string, number>();
    for (let pass = 0; options.fix === true && pass < mostPasses && mend(found, mended, host); pass++)
      found = await findAll(host, request);
    for (const [path, count] of mended) host.talk.write(`Fixed ${counted(count, "finding")} in ${printable(path)}\n`);
    if (accepted.isUpdate && !found.isUnreadable) {
      updateBaseline(accepted, found.diagnostics, host);
      return exitCode.fine;
    }
    const { fresh, gone } = accepted.findings.compare(found.diagnostics);
    const diagnostics = accepted.baseline === undefined ? fresh : [...fresh, ...gone];
    write({ ...found, diagnostics }, format, host);
    if (format === "pretty") {
      if (diagnostics.length === 0) host.talk.write(`No findings in ${counted(found.sources.size, "file")}\n`);
      const left = found.diagnostics.length - fresh.length;
      if (left > 0) host.talk.write(`${counted(left, "finding")} accepted\n`);
    }
    return found.isUnreadable ? exitCode.usage : verdict(diagnostics, maxWarnings);
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

function write({ diagnostics, sources }: Omit<Found, "isUnreadable">, format: Format, host: Host): void {
  if (format === "pretty") writePretty(diagnostics, host.output);
  else if (format === "json") writeJson(diagnostics, sources.size, {}, host.output);
  else if (format === "github") host.output.write(renderGithub(diagnostics, hostPaths(host)));
  else if (format === "gitlab") host.output.write(renderGitlab(diagnostics, hostPaths(host)));
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

function updateBaseline({ findings, baseline = "" }: Accepted, diagnostics: readonly Diagnostic[], host: Host): void {
  const text = findings.baselineOf(diagnostics, baseline);
  writeTogether(new Map([[baseline, text]]), host.workingDirectory);
  const shown = printable(shownPath(baseline, host.workingDirectory));
  host.talk.write(`${shown} accepts ${counted(diagnostics.length, "finding")}\n`);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function numberOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--max-warnings must be a number, not ${text}`);
  return Number(text);
}
