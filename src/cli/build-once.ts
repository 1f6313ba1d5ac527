import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { analyse, countOutputs, hasErrors, type Output, writeOutputs } from "../compile.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { printable } from "../diagnostics/render/printable.js";
import type { Model } from "../model/model.js";
import type { Target } from "../targets.js";
import { type WriteStatus, writeFileAtomically } from "./atomic-write.js";
import type { OptionValues } from "./command.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { shownPath } from "./find-sources.js";
import type { Host } from "./host.js";
import { loadProject, type Project } from "./load-project.js";
import { startProgress } from "./progress.js";
import type { projectOptions } from "./project-options.js";
import { describeFileProblem } from "./read-text.js";
import { writeJson, writePretty } from "./report.js";
import { UsageError } from "./usage-error.js";

export interface BuildRequest {
  readonly paths: readonly string[];
  readonly out: string | undefined;
  readonly targets: readonly Target[] | undefined;
  readonly bundle: boolean;
  readonly json: boolean;
  readonly project: OptionValues<typeof projectOptions>;
}

export interface BuildResult {
  readonly code: ExitCode;
  readonly project: Project;
}

/** One output as the report names it. */
interface WrittenOutput {
  readonly journey: string;
  readonly target: Target;
  readonly path: string;
  readonly status: WriteStatus;
}

const bundleName = "bundle";

/** Builds once and reports. */
export async function buildOnce(request: BuildRequest, host: Host): Promise<BuildResult> {
  const project = await loadProject(host, request.paths, request.project);
  const { model, diagnostics: found } = analyse(project.sources, project.options);
  const diagnostics = [...project.unreadable, ...found];
  const written = hasErrors(diagnostics) ? [] : await writeAll(model, request, project, host);
  if (request.json) writeJson(diagnostics, { outputs: written }, host.output);
  else reportBuild(diagnostics, written, host);
  if (project.unreadable.length > 0) return { code: exitCode.usage, project };
  return { code: hasErrors(diagnostics) ? exitCode.findings : exitCode.fine, project };
}

async function writeAll(
  model: Model,
  request: BuildRequest,
  { configuration: { configuration, folder } }: Project,
  host: Host,
): Promise<readonly WrittenOutput[]> {
  const out =
    request.out === undefined
      ? resolve(folder, configuration.outDir ?? "dist")
      : resolve(host.workingDirectory, request.out);
  const options = {
    targets: request.targets ?? configuration.targets ?? (["export"] as const),
    ...(request.bundle ? { bundle: bundleName } : {}),
  };
  const progress = startProgress(host, "Building", Date.now);
  const total = countOutputs(model, options);
  const written: WrittenOutput[] = [];
  try {
    if (total > 0) makeFolder(out);
    for await (const output of writeOutputs(model, options)) {
      written.push(writeOutput(output, out, host.workingDirectory));
      progress.update(written.length, total);
    }
  } finally {
    progress.end();
  }
  return written;
}

function writeOutput(
  { journey, target, fileName, text }: Output,
  out: string,
  workingDirectory: string,
): WrittenOutput {
  const file = join(out, fileName);
  const path = shownPath(file, workingDirectory);
  try {
    return { journey, target, path, status: writeFileAtomically(file, text) };
  } catch (error) {
    throw new UsageError(`Cannot write ${path}: ${describeFileProblem(error)}`);
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new UsageError(`Cannot write to ${path}: ${describeFileProblem(error)}`);
  }
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
