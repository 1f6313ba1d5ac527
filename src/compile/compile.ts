import { checkModel } from "../check/check-model.js";
import { incompleteJourneys } from "../check/incomplete-journeys.js";
import { settle } from "../check/settle.js";
import type { Severity } from "../diagnostics/codes.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { hasErrors } from "../diagnostics/has-errors.js";
import { scenarioFaults } from "../machine/scenario-faults.js";
import { bind } from "../model/bind.js";
import type { BindOptions } from "../model/bind-options.js";
import type { Model } from "../model/model.js";
import { type ParseResult, parse } from "../syntax/parse.js";
import type { SourceFile } from "../text/source-file.js";
import type { Output } from "./journey-output.js";
import { type OutputOptions, outputsOf } from "./outputs.js";

/** Options for compiling texts. Everything has a default. */
export interface AnalyseOptions extends Partial<BindOptions> {
  /** Severities that differ from the defaults, by code. Errors stay errors, because such journeys cannot be compiled. */
  readonly severities?: ReadonlyMap<string, Severity | "off">;
}

/** Texts as a model, with what was found in them. */
export interface Analysis {
  readonly parsed: readonly ParseResult[];
  readonly model: Model;
  /** By file, then by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Options for compiling texts to outputs; by default, to `["export"]`. */
export interface CompileOptions extends AnalyseOptions, Partial<OutputOptions> {}

/** An analysis with its outputs. */
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
  const found = [
    ...bound.diagnostics,
    ...scenarioFaults(bound.model, {
      incomplete: incompleteJourneys(bound.model, bound.parsed, bound.diagnostics),
    }),
  ];
  return { ...bound, diagnostics: checkModel({ ...options, ...bound, diagnostics: found }) };
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
    const wanted = { ...options, targets: options.targets ?? ["export"] } as const;
    for await (const output of outputsOf(analysis.model.journeys, wanted)) outputs.push(output);
  }
  return { ...analysis, outputs };
}
