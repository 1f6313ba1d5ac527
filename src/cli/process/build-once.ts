import { resolve } from "node:path";
import { hasErrors } from "../../compile/compile.js";
import type { BuildTarget } from "../../compile/targets.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { printable } from "../../diagnostics/render/printable.js";
import { shownPath } from "../../project/find-sources.js";
import type { LoadedConfiguration } from "../../project/load-configuration.js";
import type { Project } from "../../project/load-project.js";
import type { WriteStatus } from "../output/atomic-write.js";
import { type OutputFolder, openFolder } from "../output/output-folder.js";
import { startProgress } from "../output/progress.js";
import { noteJourneyFile, removeStale } from "../output/remove-stale.js";
import { writeJson, writePretty } from "../output/report.js";
import { writeBelow } from "../output/write-folder.js";
import { type Compiled, compileInput, type PendingOutput } from "./build-input.js";
import type { BuildRequest } from "./build-request.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import type { Host } from "./host.js";

export interface BuildResult {
  readonly code: ExitCode;
  /** `undefined` when exports were built. */
  readonly project: Project | undefined;
}

/** One output as the report names it. */
interface WrittenOutput {
  readonly journey: string;
  readonly target: BuildTarget;
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
  compiled: Compiled,
  out: string,
  host: Host,
  diagnostics: Diagnostic[],
): Promise<readonly WrittenOutput[]> {
  if (compiled.count === 0) return [];
  const folder = openFolder(out, host.workingDirectory, compiled.hasFolders);
  try {
    const written = await writeInto(folder, compiled, host, diagnostics);
    folder.close();
    return written;
  } catch (error) {
    folder.discard();
    throw error;
  }
}

async function writeInto(
  folder: OutputFolder,
  { count, outputs }: Compiled,
  host: Host,
  diagnostics: Diagnostic[],
): Promise<readonly WrittenOutput[]> {
  const progress = startProgress(host, "Building", Date.now);
  const written: WrittenOutput[] = [];
  const folders = new Map<string, Set<string>>();
  try {
    for await (const output of outputs) {
      diagnostics.push(...(output.leftOut ?? []));
      written.push(writeOutput(output, folder, host.workingDirectory));
      if (output.target === "frconfig") noteJourneyFile(output.fileName, folders);
      progress.update(written.length, count);
    }
  } finally {
    progress.end();
  }
  for (const path of removeStale(folder.path, folders)) {
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
  return { journey, target, path: folder.shown(fileName), status: folder.write(fileName, text) };
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
