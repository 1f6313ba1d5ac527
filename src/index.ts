/** The library: everything else is internal. */
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
export { type BuildTarget as Target, targets } from "./compile/targets.js";
export type { Code, Severity } from "./diagnostics/codes.js";
export type { Diagnostic, Fix, Place, RelatedPlace, TextEdit } from "./diagnostics/diagnostic.js";
export { type JsonReport, jsonReport } from "./diagnostics/render/json.js";
export { type PrettyOptions, renderPretty } from "./diagnostics/render/pretty.js";
export { colourStyle, plainStyle, type Style } from "./diagnostics/render/style.js";
export type { BindOptions, FileText } from "./model/bind-options.js";
export type { ExportOptions, Journey, JourneyNode, Model } from "./model/model.js";
export type { CompiledFile } from "./project/checked-project.js";
export { type CompileFileOptions, type CompileFileResult, compileFile } from "./project/compile-file.js";
export { type ParseResult, parse } from "./syntax/parse.js";
export type { Json, JsonObject } from "./text/json.js";
export type { Range } from "./text/range.js";
export { type Position, SourceFile } from "./text/source-file.js";
