import { checkModel } from "../check/check-model.js";
import { settle } from "../check/settle.js";
import type { Severity } from "../diagnostics/codes.js";
import { createDiagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { ExportMeta } from "../export-json/write/export-meta.js";
import { writeBundle } from "../export-json/write/write-bundle.js";
import { writeExport } from "../export-json/write/write-export.js";
import { bind } from "../model/bind.js";
import { type BindOptions, defaultBindOptions } from "../model/bind-options.js";
import type { Journey, Model } from "../model/model.js";
import { type ParseResult, parse } from "../syntax/parse.js";
import { encodeFileNames } from "../text/file-name.js";
import type { SourceFile } from "../text/source-file.js";
import type { BuildTarget } from "./targets.js";

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
  readonly targets?: readonly BuildTarget[];
  /** One export of all journeys, inner journeys first, under this name. */
  readonly bundle?: string;
  /** Gives exports the header of the platform's admin UI. */
  readonly meta?: ExportMeta;
}

type OutputOptions = Pick<CompileOptions, "targets" | "bundle" | "meta" | "realm">;

export interface Output {
  readonly target: BuildTarget;
  /** The journey's id; of a bundle, its name. */
  readonly journey: string;
  /** Relative to the folder of the outputs, with `/` as separator; only `frconfig` has folders. */
  readonly fileName: string;
  readonly text: string;
  /** What the target has no place for, once a journey. */
  readonly leftOut?: readonly Diagnostic[];
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
export async function* writeOutputs(model: Model, options: OutputOptions): AsyncGenerator<Output> {
  const fileNames = encodeFileNames(model.journeys.map((journey) => journey.id));
  const chosen = [...new Set<BuildTarget>(options.targets ?? ["export"])];
  if (options.bundle !== undefined && chosen.includes("export")) {
    const text = writeBundle(model.journeys, options.meta);
    yield { target: "export", journey: options.bundle, fileName: outputName(options.bundle, "export"), text };
  }
  for (const journey of model.journeys) {
    for (const target of chosen) {
      if (target === "export" && options.bundle !== undefined) continue;
      yield* writeTarget(target, journey, fileNames.get(journey.id) ?? "", model, options);
    }
  }
}

/** How many outputs `writeOutputs` gives. */
export function countOutputs(model: Model, options: Pick<CompileOptions, "targets" | "bundle">): number {
  const chosen = new Set<BuildTarget>(options.targets ?? ["export"]);
  const bundled = options.bundle !== undefined && chosen.delete("export");
  return model.journeys.length * chosen.size + (bundled ? 1 : 0);
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** Each target's writer is loaded when it is asked for: ts-morph and prettier alone take a second. */
async function* writeTarget(
  target: BuildTarget,
  journey: Journey,
  name: string,
  model: Model,
  options: OutputOptions,
): AsyncGenerator<Output> {
  const output = (target: FileTarget, text: string): Output => {
    return { target, journey: journey.id, fileName: outputName(name, target), text };
  };
  switch (target) {
    case "export":
      // A bundle of one is the export with a header.
      yield output(
        target,
        options.meta === undefined ? writeExport(journey).text : writeBundle([journey], options.meta),
      );
      return;
    case "machine": {
      const { writeMachine } = await import("../write/machine/write-machine.js");
      yield output(target, await writeMachine(journey, model));
      return;
    }
    case "mermaid": {
      const { writeMermaid } = await import("../write/graph/mermaid.js");
      yield output(target, writeMermaid(journey));
      return;
    }
    case "frconfig": {
      const { writeFrConfig } = await import("../config-folder/write/write-frconfig.js");
      const realm = options.realm ?? defaultBindOptions.realm;
      const { files, leftOut } = writeFrConfig(journey, { realm, existing: [] });
      let notes = leftOut.map((args) => createDiagnostic("left-out-of-folder", journey.place, args));
      for (const [fileName, text] of files) {
        yield { target, journey: journey.id, fileName, text, leftOut: notes };
        notes = [];
      }
      return;
    }
    default:
      target satisfies never;
  }
}

/** Targets that are one file a journey. */
type FileTarget = Exclude<BuildTarget, "frconfig">;

/** The file that the output of a journey goes to; `name` is its encoded id. */
export function outputName(name: string, target: FileTarget): string {
  return `${name}.${extensions[target]}`;
}

const extensions = { export: "journey.json", machine: "machine.ts", mermaid: "mmd" } as const;
