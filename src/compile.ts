import { checkModel } from "./check/check-model.js";
import { settle } from "./check/settle.js";
import type { Severity } from "./diagnostics/codes.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { bind } from "./model/bind.js";
import type { BindOptions } from "./model/bind-options.js";
import type { Journey, Model } from "./model/model.js";
import { type ParseResult, parse } from "./syntax/parse.js";
import type { Target } from "./targets.js";
import { encodeFileNames } from "./text/file-name.js";
import type { SourceFile } from "./text/source-file.js";
import { writeBundle } from "./write/export-json/write-bundle.js";
import { writeExport } from "./write/export-json/write-export.js";

/** What compiling takes from outside the texts. Everything has a default. */
export interface AnalyseOptions extends Partial<BindOptions> {
  /** Severities that differ from the table's. Errors keep theirs: what they report cannot be compiled. */
  readonly severities?: ReadonlyMap<string, Severity | "off">;
}

export interface Analysis {
  readonly parsed: readonly ParseResult[];
  readonly model: Model;
  /** By file, then by place. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface CompileOptions extends AnalyseOptions {
  /** Default: `["export"]`. */
  readonly targets?: readonly Target[];
  /** One export of all journeys, inner journeys first, under this name. */
  readonly bundle?: string;
}

export interface Output {
  readonly target: Target;
  /** The journey's id; of a bundle, its name. */
  readonly journey: string;
  /** A file name without folders. */
  readonly fileName: string;
  readonly text: string;
}

export interface CompileResult extends Analysis {
  /** Empty where a diagnostic is an error. */
  readonly outputs: readonly Output[];
}

/** Parses and binds files together, and reports what keeps them from being compiled or would change their meaning. */
export function analyse(files: readonly SourceFile[], options: AnalyseOptions = {}): Analysis {
  const bound = bindFiles(files, options);
  const { parsed, diagnostics } = bound;
  return { ...bound, diagnostics: settle(diagnostics, { parsed, severities: options.severities, allRulesRan: false }) };
}

/** Parses and binds files together, runs all rules, and reports everything that is to be said of them. */
export function checkFiles(files: readonly SourceFile[], options: AnalyseOptions = {}): Analysis {
  const bound = bindFiles(files, options);
  return { ...bound, diagnostics: checkModel({ ...options, ...bound }) };
}

/** Parses and binds files together; diagnostics are as they were found. */
export function bindFiles(files: readonly SourceFile[], options: AnalyseOptions): Analysis {
  const parsed = files.map((file) => parse(file));
  const { model, diagnostics } = bind(parsed, options);
  return { parsed, model, diagnostics: [...parsed.flatMap((result) => result.diagnostics), ...diagnostics] };
}

/** Compiles files together. */
export async function compile(files: readonly SourceFile[], options: CompileOptions = {}): Promise<CompileResult> {
  const analysis = analyse(files, options);
  const outputs: Output[] = [];
  if (!hasErrors(analysis.diagnostics)) {
    for await (const output of writeOutputs(analysis.model, options)) outputs.push(output);
  }
  return { ...analysis, outputs };
}

/** Writes the outputs of a model one by one, so that a host need not hold all of them at once. */
export async function* writeOutputs(
  model: Model,
  options: Pick<CompileOptions, "targets" | "bundle">,
): AsyncGenerator<Output> {
  const fileNames = encodeFileNames(model.journeys.map((journey) => journey.id));
  const chosen = [...new Set<Target>(options.targets ?? ["export"])];
  if (options.bundle !== undefined && chosen.includes("export")) {
    const text = writeBundle(model.journeys);
    yield { target: "export", journey: options.bundle, fileName: outputName(options.bundle, "export"), text };
  }
  for (const journey of model.journeys) {
    for (const target of chosen) {
      if (target === "export" && options.bundle !== undefined) continue;
      const text = await writeTarget(target, journey, model);
      yield { target, journey: journey.id, fileName: outputName(fileNames.get(journey.id) ?? "", target), text };
    }
  }
}

/** How many outputs `writeOutputs` gives. */
export function countOutputs(model: Model, options: Pick<CompileOptions, "targets" | "bundle">): number {
  const chosen = new Set<Target>(options.targets ?? ["export"]);
  const bundled = options.bundle !== undefined && chosen.delete("export");
  return model.journeys.length * chosen.size + (bundled ? 1 : 0);
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

async function writeTarget(target: Target, journey: Journey, model: Model): Promise<string> {
  switch (target) {
    case "export":
      return writeExport(journey).text;
    case "machine": {
      // ts-morph and prettier take a second to load: only this target pays for them.
      const { writeMachine } = await import("./write/machine/write-machine.js");
      return writeMachine(journey, model);
    }
    default: {
      const impossible: never = target;
      return impossible;
    }
  }
}

/** The file that the output of a journey goes to; `name` is its encoded id. */
export function outputName(name: string, target: Target): string {
  switch (target) {
    case "export":
      return `${name}.journey.json`;
    case "machine":
      return `${name}.machine.ts`;
    default: {
      const impossible: never = target;
      return impossible;
    }
  }
}
