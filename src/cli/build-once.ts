import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { hasErrors } from "../compile.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { printable } from "../diagnostics/render/printable.js";
import type { Target } from "../targets.js";
import { type WriteStatus, writeFileAtomically } from "./atomic-write.js";
import { type Compiled, compileInput, type PendingOutput } from "./build-input.js";
import type { OptionValues } from "./command.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { shownPath } from "./find-sources.js";
import type { Host } from "./host.js";
import type { LoadedConfiguration } from "./load-configuration.js";
import type { Project } from "./load-project.js";
import { startProgress } from "./progress.js";
import type { projectOptions } from "./project-options.js";
import { describeFileProblem } from "./read-text.js";
import { noteJourneyFile, removeStale } from "./remove-stale.js";
import { writeJson, writePretty } from "./report.js";
import { UsageError } from "./usage-error.js";
import { writeBelow } from "./write-folder.js";

export interface BuildRequest {
  readonly paths: readonly string[];
  readonly out: string | undefined;
  readonly targets: readonly Target[] | undefined;
  readonly bundle: boolean;
  readonly meta: boolean;
  readonly json: boolean;
  readonly project: OptionValues<typeof projectOptions>;
}

export interface BuildResult {
  readonly code: ExitCode;
  /** `undefined` when exports were built. */
  readonly project: Project | undefined;
}

/** One output as the report names it. */
interface WrittenOutput {
  readonly journey: string;
  readonly target: Target;
  readonly path: string;
  readonly status: WriteStatus;
}

/** Builds once and reports. */
export async function buildOnce(request: BuildRequest, host: Host): Promise<BuildResult> {
  const { project, compiled, configuration, isUnreadable } = await compileInput(request, host);
  const diagnostics = [...compiled.diagnostics];
  const written = hasErrors(diagnostics)
    ? []
    : await writeAll(compiled, folderOf(request, configuration, host), host, diagnostics);
  if (request.json) writeJson(diagnostics, { outputs: written }, host.output);
  else reportBuild(diagnostics, written, host);
  if (isUnreadable) return { code: exitCode.usage, project };
  return { code: hasErrors(diagnostics) ? exitCode.findings : exitCode.fine, project };
}

function folderOf(request: BuildRequest, { configuration, folder }: LoadedConfiguration, host: Host): string {
  return request.out === undefined
    ? resolve(folder, configuration.outDir ?? "dist")
    : resolve(host.workingDirectory, request.out);
}

async function writeAll(
  { count, outputs }: Compiled,
  out: string,
  host: Host,
  diagnostics: Diagnostic[],
): Promise<readonly WrittenOutput[]> {
  if (count === 0) return [];
  const progress = startProgress(host, "Building", Date.now);
  const written: WrittenOutput[] = [];
  const folders = new Map<string, Set<string>>();
  try {
    const folder = makeFolder(out, host.workingDirectory);
    for await (const output of outputs) {
      diagnostics.push(...(output.leftOut ?? []));
      written.push(writeOutput(output, folder, host.workingDirectory));
      if (output.target === "frconfig") noteJourneyFile(output.fileName, folders);
      progress.update(written.length, count);
    }
  } finally {
    progress.end();
  }
  for (const path of removeStale(out, folders)) {
    host.talk.write(`removed    ${printable(shownPath(path, host.workingDirectory))}\n`);
  }
  return written;
}

function writeOutput(
  { journey, target, fileName, text }: PendingOutput,
  folder: OutputFolder,
  workingDirectory: string,
): WrittenOutput {
  if (fileName.includes("/")) {
    const [below] = writeBelow(folder.path, new Map([[fileName, String(text)]]), workingDirectory);
    if (below !== undefined) return { journey, target, ...below };
  }
  const path = folder.shownStart + fileName;
  try {
    return { journey, target, path, status: writeFileAtomically(folder.start + fileName, text, folder.isNew) };
  } catch (error) {
    throw new UsageError(`Cannot write ${path}: ${describeFileProblem(error)}`);
  }
}

/** The folder of the outputs. Looking for the way to each of a thousand files anew would cost as much as writing some. */
interface OutputFolder {
  readonly path: string;
  /** What stands before the name of a file in its path, and in the path that messages show. */
  readonly start: string;
  readonly shownStart: string;
  /** It has been made just now, so nothing stands in it. */
  readonly isNew: boolean;
}

function makeFolder(path: string, workingDirectory: string): OutputFolder {
  const file = join(path, "-");
  try {
    const isNew = mkdirSync(path, { recursive: true }) !== undefined;
    return { path, start: file.slice(0, -1), shownStart: shownPath(file, workingDirectory).slice(0, -1), isNew };
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
