import { resolve } from "node:path";
import { valuesOfAnotherRealm } from "../../check/values-of-another-realm.js";
import type { OutputOptions } from "../../compile/outputs.js";
import { type BuildTarget, targets } from "../../compile/targets.js";
import { TargetRealms } from "../../config-folder/write/target-realms.js";
import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { hasErrors } from "../../diagnostics/has-errors.js";
import { printable } from "../../diagnostics/render/printable.js";
import type { Journey } from "../../model/model.js";
import { openProject, type Project, type ProjectRequest } from "../../project/open-project.js";
import { refuseUnknownParameters } from "../../project/refuse-unknown-parameters.js";
import { UsageError } from "../../project/usage-error.js";
import type { SourceFile } from "../../text/source-file.js";
import { namedChoice } from "../input/named-choice.js";
import { projectOptions } from "../input/project-options.js";
import { bundleName } from "../output/bundle-name.js";
import { existingFiles } from "../output/existing-files.js";
import { PendingOutputs } from "../output/pending-outputs.js";
import { writeJson, writePretty } from "../output/report.js";
import { type GoneOutputs, type WrittenOutput, type WrittenOutputs, writeOutputs } from "../output/write-outputs.js";
import { type ExitCode, exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

/** `journeyc build`: compiles journeys to files. */
export const build = defineCommand({
  usage: "build [paths…]",
  description:
    "Compiles journeys to export JSON for the platform (target export), typed TypeScript (machine), fr-config-manager\n" +
    "folders (frconfig), folders of configuration as they are at --out (folder) and Mermaid pictures (mermaid).\n" +
    "Input: .journey files, and exports in any layout; of a folder with texts, these alone. Files that stay the same are not written again, and with errors nothing is written.",
  options: {
    out: {
      type: "string",
      short: "o",
      value: "DIR",
      help: "the folder to write to (default: the configuration's outDir, or dist)",
    },
    target: {
      type: "string",
      short: "t",
      multiple: true,
      value: "TARGETS",
      help: `what to write, of ${targets.join(",")} (default: the configuration's targets, or export)`,
    },
    bundle: { type: "boolean", help: "one export of all journeys, inner journeys first" },
    meta: { type: "boolean", help: "add the admin UI's header to exports; its date is SOURCE_DATE_EPOCH, if set" },
    prune: { type: "boolean", help: "remove the outputs of journeys that are gone; without it, they are only named" },
    watch: { type: "boolean", short: "w", help: "build again when a file changes" },
    json: { type: "boolean", help: "report as JSON" },
    ...projectOptions,
  },
  positionals: { minimum: 0, maximum: Number.POSITIVE_INFINITY },
  async run({ options, positionals, host }) {
    const request: BuildRequest = {
      project: { ...options, paths: positionals, buildsTo: { folder: options.out } },
      targets: options.target.length === 0 ? undefined : options.target.flatMap(targetsNamed),
      bundle: options.bundle === true,
      meta: options.meta === true,
      gone: goneOutputs(positionals, options.prune === true, host),
      json: options.json === true,
      isWatching: false,
    };
    if (!options.watch) return (await buildOnce(request, host)).code;
    if (positionals.includes("-")) throw new UsageError("Standard input cannot be watched");
    const { runOnChanges } = await import("../process/watch.js");
    return runOnChanges(host, async (watched) => {
      const { project, result, code } = await buildOnce({ ...request, isWatching: true }, watched);
      return { watched: project.watched, result, isFine: code === exitCode.fine };
    });
  },
});

interface BuildRequest {
  readonly project: ProjectRequest;
  readonly targets: readonly BuildTarget[] | undefined;
  readonly bundle: boolean;
  readonly meta: boolean;
  readonly gone: GoneOutputs;
  readonly json: boolean;
  /** Then files that stay the same are only counted. */
  readonly isWatching: boolean;
}

interface BuildResult {
  readonly code: ExitCode;
  readonly project: Project;
  readonly result: string;
}

const nothing: WrittenOutputs = { written: [], gone: [] };

/** Builds once and reports. After the first error, the other journeys are only checked. */
async function buildOnce(request: BuildRequest, host: Host): Promise<BuildResult> {
  const project = await openProject(host, request.project);
  const options = outputOptions(request, project, host);
  const pending = new PendingOutputs(options);
  const realms = new TargetRealms(options.existing ?? new Map(), project.targetRealm);
  const stream = project.read();
  let isSound = true;
  const sources = new Set<SourceFile>();
  for (const { kind, input, journeys, diagnostics } of stream) {
    if (kind === "text") sources.add(input.source);
    for (const { place } of journeys) sources.add(place.source);
    isSound &&= !hasErrors(diagnostics);
    if (!isSound) continue;
    for (const journey of journeys) {
      pending.add(journey);
      stream.note(misplacedValues(journey, realms, project, options));
    }
  }
  refuseUnknownParameters(project.chosenParams, stream.parameters);
  const diagnostics = [...stream.settledDiagnostics];
  const { written, gone } = hasErrors(diagnostics)
    ? nothing
    : await writeOutputs(pending, project.outputFolder, host, diagnostics, request.gone);
  if (request.json) writeJson(diagnostics, sources.size, { outputs: written, gone }, host.output);
  else reportBuild(diagnostics, request.isWatching ? written.filter(isWritten) : written, host);
  const result = resultOf(diagnostics, written);
  if (stream.isUnreadable) return { code: exitCode.usage, project, result };
  return { code: hasErrors(diagnostics) ? exitCode.findings : exitCode.fine, project, result };
}

/** Values that name another realm than the one that the outputs are for: the folders of a realm are for it in any case. */
function misplacedValues(
  journey: Journey,
  realms: TargetRealms,
  { targetRealm }: Project,
  { targets }: OutputOptions,
): readonly Diagnostic[] {
  const goesToRealm = targets.includes("frconfig") || targets.includes("folder");
  const target = targetRealm ?? (goesToRealm && journey.origin.kind === "text" ? realms.of(journey) : undefined);
  if (target === undefined) return [];
  return valuesOfAnotherRealm(journey, target).map(({ at, args }) =>
    createDiagnostic("value-of-another-realm", at, args),
  );
}

/** Only a build of a whole folder shows which journeys are gone. */
function goneOutputs(paths: readonly string[], prune: boolean, host: Host): GoneOutputs {
  const isFolder = (path: string) =>
    path !== "-" && host.files.kindOf(resolve(host.workingDirectory, path)) === "folder";
  if (paths.length === 0 || paths.some(isFolder)) return prune ? "removed" : "named";
  if (prune) throw new UsageError("--prune needs the whole project", "Give its folder in place of single files");
  return "unknown";
}

function outputOptions(request: BuildRequest, project: Project, host: Host): OutputOptions {
  const targets = request.targets ?? project.configuration.configuration.targets ?? ["export"];
  if (request.bundle && !targets.includes("export")) {
    throw new UsageError("--bundle is an export of all journeys", `Add the target export to ${targets.join(",")}`);
  }
  return {
    targets,
    ...(project.targetRealm === undefined ? {} : { realm: project.targetRealm }),
    existing: existingFiles(project.outputFolder, host, targets),
    ...(request.bundle ? { bundle: bundleName } : {}),
    ...(request.meta ? { meta: { toolVersion: host.version, ...sourceDate(host) } } : {}),
  };
}

/** The convention of reproducible builds: the one date that may stand in an output. */
function sourceDate({ environment }: Host): { readonly sourceDate?: number } {
  const text = environment.SOURCE_DATE_EPOCH;
  if (text === undefined || text === "") return {};
  if (!/^\d{1,11}$/.test(text)) throw new UsageError(`SOURCE_DATE_EPOCH must be a number of seconds, not ${text}`);
  return { sourceDate: Number(text) };
}

function reportBuild(diagnostics: readonly Diagnostic[], written: readonly WrittenOutput[], host: Host): void {
  writePretty(diagnostics, host.talk);
  const { style } = host.output;
  const lines = written.map(({ path, status }) =>
    status === "written"
      ? `${style.green("written")}    ${printable(path)}\n`
      : `${style.dim(`unchanged  ${printable(path)}`)}\n`,
  );
  if (lines.length > 0) host.output.write(lines.join(""));
}

const isWritten = ({ status }: WrittenOutput) => status === "written";

/** The result in a few words, for those who watch. */
function resultOf(diagnostics: readonly Diagnostic[], written: readonly WrittenOutput[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return `${errors} ${errors === 1 ? "error" : "errors"}, nothing written`;
  const count = written.filter(isWritten).length;
  return `Built: ${count} written, ${written.length - count} unchanged`;
}

function targetsNamed(list: string): readonly BuildTarget[] {
  return list.split(",").map((name) => namedChoice("target", name, targets));
}
