import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { type AnalyseOptions, analyse, countOutputs, hasErrors, type Output, writeOutputs } from "../compile.js";
import { canCompileExports, compileExports, exportFileNames } from "../compile-exports.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { printable } from "../diagnostics/render/printable.js";
import type { Target } from "../targets.js";
import type { SourceFile } from "../text/source-file.js";
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

/** What is to be written once it is known that there are no errors. */
interface Compiled {
  readonly diagnostics: readonly Diagnostic[];
  readonly count: number;
  readonly outputs: AsyncIterable<PendingOutput> | Iterable<PendingOutput>;
}

interface PendingOutput extends Pick<Output, "journey" | "target" | "fileName"> {
  readonly text: string | Uint8Array;
}

/** Builds once and reports. */
export async function buildOnce(request: BuildRequest, host: Host): Promise<BuildResult> {
  const project = await loadProject(host, request.paths, request.project);
  const compiled = compileProject(request, project);
  const diagnostics = [...project.unreadable, ...compiled.diagnostics];
  const written = hasErrors(diagnostics) ? [] : await writeAll(compiled, request, project, host);
  if (request.json) writeJson(diagnostics, { outputs: written }, host.output);
  else reportBuild(diagnostics, written, host);
  if (project.unreadable.length > 0) return { code: exitCode.usage, project };
  return { code: hasErrors(diagnostics) ? exitCode.findings : exitCode.fine, project };
}

function compileProject(request: BuildRequest, { sources, options, configuration }: Project): Compiled {
  const targets = request.targets ?? configuration.configuration.targets ?? (["export"] as const);
  if (!request.bundle && targets.every((target) => target === "export") && canCompileExports(sources)) {
    return compileOneByOne(sources, options);
  }
  const { model, diagnostics } = analyse(sources, options);
  const chosen = { targets, ...(request.bundle ? { bundle: bundleName } : {}) };
  return { diagnostics, count: countOutputs(model, chosen), outputs: writeOutputs(model, chosen) };
}

function compileOneByOne(sources: readonly SourceFile[], options: AnalyseOptions): Compiled {
  const exports = new Map<string, Uint8Array>();
  // As bytes, a text is out of the way of the garbage collector, and it is written as bytes anyway.
  const diagnostics = compileExports(sources, options, (id, text) => exports.set(id, Buffer.from(text, "utf8")));
  const fileNames = exportFileNames(exports.keys());
  const outputs = function* (): Iterable<PendingOutput> {
    for (const [journey, text] of exports) {
      yield { journey, target: "export", fileName: fileNames.get(journey) ?? "", text };
    }
  };
  return { diagnostics, count: exports.size, outputs: outputs() };
}

async function writeAll(
  { count, outputs }: Compiled,
  request: BuildRequest,
  { configuration: { configuration, folder } }: Project,
  host: Host,
): Promise<readonly WrittenOutput[]> {
  const out =
    request.out === undefined
      ? resolve(folder, configuration.outDir ?? "dist")
      : resolve(host.workingDirectory, request.out);
  const progress = startProgress(host, "Building", Date.now);
  const written: WrittenOutput[] = [];
  try {
    if (count > 0) makeFolder(out);
    for await (const output of outputs) {
      written.push(writeOutput(output, out, host.workingDirectory));
      progress.update(written.length, count);
    }
  } finally {
    progress.end();
  }
  return written;
}

function writeOutput(
  { journey, target, fileName, text }: PendingOutput,
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
