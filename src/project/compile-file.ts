import type { Output } from "../compile/journey-output.js";
import { type OutputOptions, outputsOf } from "../compile/outputs.js";
import { hasErrors } from "../diagnostics/has-errors.js";
import type { CompiledFile } from "./checked-project.js";
import { FileCompiler } from "./file-compiler.js";
import { machineHost } from "./machine-host.js";
import type { OpenOptions } from "./open-journeys.js";

/** Options for compiling a file of this machine. Everything has a default. */
export interface CompileFileOptions extends OpenOptions, Partial<Pick<OutputOptions, "targets" | "meta">> {}

/** A compiled file with its outputs. */
export interface CompileFileResult extends CompiledFile {
  /** Empty where a diagnostic is an error. */
  readonly outputs: readonly Output[];
}

/**
 * Compiles one `.journey` file from the disk, with its scripts and resources and the settings of its project, and says which files the result
 * depends on. It writes nothing. Rejects where an option names what the configuration does not have.
 */
export async function compileFile(file: string, options: CompileFileOptions = {}): Promise<CompileFileResult> {
  const { targets = ["export"], meta, workingDirectory = process.cwd(), ...project } = options;
  const compiled = await new FileCompiler(machineHost(workingDirectory), project).compile(file);
  const outputs: Output[] = [];
  if (!hasErrors(compiled.diagnostics)) {
    const wanted = { targets, ...(meta === undefined ? {} : { meta }) };
    for await (const output of outputsOf(compiled.journeys, wanted)) outputs.push(output);
  }
  return { ...compiled, outputs };
}
