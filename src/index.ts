/** The library: everything else is internal. */

export { lookUpType, shortTypeName, typeIds } from "./catalogue/catalogue.js";
export type { NodeType } from "./catalogue/node-type.js";
export {
  type AnalyseOptions,
  type Analysis,
  type CompileOptions,
  type CompileResult,
  checkFiles as check,
  compile,
} from "./compile/compile.js";
export type { Output } from "./compile/journey-output.js";
export type { OutputOptions } from "./compile/outputs.js";
export { outputsOf } from "./compile/outputs.js";
export { type BuildTarget as Target, targets } from "./compile/targets.js";
export { type DescribeOptions, describeInPages, describeJourneys } from "./describe/describe.js";
export type { Code, Severity } from "./diagnostics/codes.js";
export { codes } from "./diagnostics/codes.js";
export type { Diagnostic, Fix, Place, RelatedPlace, TextEdit } from "./diagnostics/diagnostic.js";
export { type JsonReport, jsonReport } from "./diagnostics/render/json.js";
export { type PrettyOptions, renderPretty } from "./diagnostics/render/pretty.js";
export { colourStyle, plainStyle, type Style } from "./diagnostics/render/style.js";
export { type ComparedSide, type CompareOptions, type Comparison, compare, isSame } from "./diff/compare.js";
export type { Difference } from "./diff/difference.js";
export type { Conflict, MergeRefusal, MergeResult } from "./diff/merge/conflict.js";
export { mergeExports } from "./diff/merge/merge-exports.js";
export { type MergeOptions, mergeJourneys } from "./diff/merge/merge-journeys.js";
export { renderHtml as renderDiffHtml } from "./diff/render/html.js";
export { renderJson as renderDiffJson } from "./diff/render/json.js";
export { renderMarkdown as renderDiffMarkdown } from "./diff/render/markdown.js";
export { renderText as renderDiffText } from "./diff/render/text.js";
export { readExport } from "./export-json/read/read-export.js";
export type { ReadJourney, ReadOptions, ReadResult } from "./export-json/read/read-result.js";
export type { FormatOptions } from "./format/format.js";
export { type FormatResult, formatSource as format } from "./format/format-source.js";
export { type ImportedFile, type ImportResult, importExports } from "./import/import-exports.js";
export type { ImportOptions } from "./import/import-journey.js";
export { type ExistingSource, type IntoResult, importInto } from "./import/into/import-into.js";
export type { BindOptions, FileText } from "./model/bind-options.js";
export type { ExportOptions, Journey, JourneyNode, Model } from "./model/model.js";

export type { CompiledFile } from "./project/checked-project.js";
export { type CompileFileOptions, type CompileFileResult, compileFile } from "./project/compile-file.js";

export { type OpenedJourneys, type OpenOptions, openJourneys } from "./project/open-journeys.js";
export { findRequirements } from "./requires/find-requirements.js";
export { findUses, type Used, usesOf } from "./requires/find-uses.js";
export type { Requirement, RequirementKind, RequirementUse } from "./requires/requirement.js";
export { CoverageCounter, type JourneyCoverage } from "./scenarios/coverage/coverage.js";
export { type GeneratedScenarios, generateScenarios } from "./scenarios/generate/generate-scenarios.js";
export { runScenario, type ScenarioResult, type ScenarioSurroundings } from "./scenarios/run-scenario.js";
export { createScriptHost, type ScriptHostOptions } from "./simulate/scripts/create-script-host.js";
export { type Surroundings, startRun } from "./simulate/start-run.js";

export { type ParseResult, parse } from "./syntax/parse.js";
export type { Json, JsonObject } from "./text/json.js";
export type { Range } from "./text/range.js";
export { type Position, SourceFile } from "./text/source-file.js";
export { type GraphFormat, writeGraph } from "./write/graph/write-graph.js";
