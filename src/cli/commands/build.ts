import { resolve } from "node:path";
import { valuesOfAnotherRealm } from "../../check/values-of-another-realm.js";
import type { OutputOptions } from "../../compile/outputs.js";
import { type BuildTarget, targets } from "../../compile/targets.js";
import { TargetRealms } from "../../config-folder/write/target-realms.js";
import { createDiagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { hasErrors } from "../../diagnostics/has-errors.js";
import type { Journey } from "../../model/model.js";
import type { ProjectSettings } from "../../project/load-settings.js";
import { openProject, type Project, type ProjectRequest } from "../../project/open-project.js";
import { refuseUnknownParameters } from "../../project/refuse-unknown-parameters.js";
import { UsageError } from "../../project/usage-error.js";
import { type BuildMemory, IncrementalBuild } from "../cache/incremental-build.js";
import { keptReport } from "../cache/kept-report.js";
import { rebuildInMemory } from "../cache/rebuild-in-memory.js";
import { namedChoice } from "../input/named-choice.js";
import { projectOptions } from "../input/project-options.js";
import { type BuildReport, isWritten, sayBuild, unchangedReport } from "../output/build-report.js";
import { bundleName } from "../output/bundle-name.js";
import { existingFiles } from "../output/existing-files.js";
import { PendingOutputs } from "../output/pending-outputs.js";
import { type GoneOutputs, nothingWritten, type WrittenOutput, writeOutputs } from "../output/write-outputs.js";
import { writeTypes } from "../output/write-types.js";
import { type ExitCode, exitCode } from "../process/exit-code.js";
import type { Host } from "../process/host.js";
import { defineCommand } from "./define-command.js";

/** `journeyc build`: compiles journeys to files. */
export const build = defineCommand({
  usage: "build [paths…]",
  description:
    "Compiles journeys to export JSON for the platform (target export), typed TypeScript (machine), types for bundlers'\n" +
    "imports of .journey files, beside these (types), fr-config-manager folders (frconfig), folders of configuration as they are at --out\n" +
    "(folder) and Mermaid pictures (mermaid).\n" +
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
    "no-cache": {
      type: "boolean",
      help: "read and compile everything, and keep nothing for the next build (in node_modules/.cache/journeyc or .journeyc)",
    },
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
      isWatching: options.watch === true,
      memory: host.buildCheck === undefined ? undefined : { check: host.buildCheck },
    };
    if (!options.watch) return (await buildOnce(request, host)).code;
    if (positionals.includes("-")) throw new UsageError("Standard input cannot be watched");
    const { runOnChanges } = await import("../process/watch.js");
    let lastFine: BuildResult | undefined;
    return runOnChanges(host, async (watched) => {
      const built = (await rebuildAfter(lastFine, request, watched)) ?? (await buildOnce(request, watched));
      const isFine = built.code === exitCode.fine;
      if (isFine) lastFine = built;
      return { watched: built.project.watched, result: built.result, isFine };
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
  /** What is known of earlier builds; absent where nothing is kept. */
  readonly memory: BuildMemory | undefined;
}

interface BuildResult {
  readonly code: ExitCode;
  readonly project: Project;
  readonly report: BuildReport;
  readonly result: string;
}

/** Builds the few texts that have changed since the last build without errors. `undefined` where that is not enough. */
async function rebuildAfter(
  last: BuildResult | undefined,
  request: BuildRequest,
  host: Host,
): Promise<BuildResult | undefined> {
  const outputs = last && (await rebuildInMemory(request.memory, host));
  if (last === undefined || outputs === undefined) return undefined;
  const statuses = new Map(outputs.map(({ path, status }) => [path, status]));
  const unchanged = unchangedReport(last.report);
  const written = unchanged.written.map((each) => ({ ...each, status: statuses.get(each.path) ?? each.status }));
  const report = { ...unchanged, written };
  sayBuild(report, request, host);
  return { ...last, report, result: resultOf(report.diagnostics, written) };
}

/** Builds once and reports. Texts that an earlier build knows are passed over. */
async function buildOnce(request: BuildRequest, host: Host): Promise<BuildResult> {
  const incremental = IncrementalBuild.start(request.memory, host);
  try {
    return await buildWith(incremental, request, incremental?.observed(host) ?? host);
  } finally {
    incremental?.close();
  }
}

/** After the first error, the other journeys are only checked. */
async function buildWith(
  incremental: IncrementalBuild | undefined,
  request: BuildRequest,
  host: Host,
): Promise<BuildResult> {
  const project = await openProject(host, {
    ...request.project,
    known: (settings) => (targetsOf(request, settings).includes("types") ? undefined : incremental?.known(settings)),
  });
  const targets = targetsOf(request, project);
  const writesTypes = targets.includes("types");
  // Types do not go to the folder of the outputs, but beside their texts.
  const others = targets.filter((target) => target !== "types");
  const options = outputOptions(request, others, project, host);
  const pending = new PendingOutputs(options);
  const realms = new TargetRealms(options.existing ?? new Map(), project.targetRealm);
  const stream = project.read();
  const typed: Journey[] = [];
  let isSound = true;
  const sources = new Set<object>();
  for (const read of stream) {
    if (read.kind !== "export") sources.add(read.input);
    else for (const { place } of read.journeys) sources.add(place.source);
    isSound &&= !hasErrors(read.diagnostics);
    const compiled = incremental?.note(read) ?? [];
    if (!isSound) continue;
    for (const { id, outputs } of compiled) pending.addCompiled(id, outputs);
    for (const journey of read.journeys) {
      if (others.length > 0) pending.add(journey);
      if (writesTypes) typed.push(journey);
      stream.note(misplacedValues(journey, realms, project, options));
    }
  }
  refuseUnknownParameters(project.chosenParams, stream.parameters);
  const diagnostics = [...stream.settledDiagnostics];
  const result = hasErrors(diagnostics)
    ? nothingWritten
    : await writeOutputs(
        pending,
        { out: project.outputFolder, gone: request.gone, notesIdentities: incremental !== undefined },
        host,
        diagnostics,
      );
  const types =
    !writesTypes || hasErrors(diagnostics) ? nothingWritten : await writeTypes(typed, project, request.gone, host);
  const written = [...result.written, ...types.written];
  const gone = [...result.gone, ...types.gone];
  const notes = [...result.notes, ...types.notes];
  const report = { diagnostics, filesRead: sources.size, written, gone, notes };
  sayBuild(report, request, host);
  const code = stream.isUnreadable ? exitCode.usage : hasErrors(diagnostics) ? exitCode.findings : exitCode.fine;
  // A build keeps nothing of what lies elsewhere than in the folder of its outputs.
  if (code === exitCode.fine && !writesTypes) {
    incremental?.keep({
      project,
      findings: [...stream.diagnostics, ...diagnostics],
      outputs: result.files,
      options,
      report: request.isWatching ? undefined : keptReport(report, request, host),
      search: () => searchAgain(project, host, options),
    });
  }
  return { code, project, report, result: resultOf(diagnostics, written) };
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

function targetsOf(
  { targets }: BuildRequest,
  { configuration }: Pick<ProjectSettings, "configuration">,
): readonly BuildTarget[] {
  return targets ?? configuration.configuration.targets ?? ["export"];
}

function outputOptions(
  request: BuildRequest,
  targets: readonly BuildTarget[],
  project: Project,
  host: Host,
): OutputOptions {
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

/** The files that a build would read now. */
function searchAgain({ watched, outputFolder }: Project, host: Host, { targets }: OutputOptions): Iterable<string> {
  existingFiles(outputFolder, host, targets);
  return watched.files();
}

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
