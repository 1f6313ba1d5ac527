import type { NodeType } from "../catalogue/node-type.js";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.js";
import type { Json } from "../text/json.js";
import type { Range } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";
import type { BindOptions } from "./bind-options.js";
import type { ExportOptions, Resource, Script, Setting } from "./model.js";
import type { NodeTable } from "./node-table.js";
import type { Reporter } from "./reporter.js";

/** A parameter; without a value where the diagnostics say why. */
export interface Parameter {
  readonly value: Json | undefined;
}

/** A declared script before it is known where it is used. */
export interface ScriptDraft extends Omit<Script, "properties"> {
  /** The properties that the author gives. */
  readonly given: ReadonlyMap<string, Setting>;
  /** Properties that the author wants left out. */
  readonly absent: ReadonlySet<string>;
}

/** What the declarations at the top of a file mean inside it. */
export interface FileScope {
  readonly source: SourceFile;
  readonly options: BindOptions;
  readonly reporter: Reporter;
  readonly parameters: Map<string, Parameter>;
  /** Scripts that a bare word may name. */
  readonly scripts: Map<string, ScriptDraft>;
  readonly resources: readonly Resource[];
  /** Types of `extern` declarations, by their name and by their platform id. */
  readonly externTypes: Map<string, NodeType>;
  /** Settings whose value has been reported: it is not judged a second time. */
  readonly unsound: WeakSet<Setting>;
  readonly hasSyntaxErrorIn: (range: Range) => boolean;
}

/** A file's scope, narrowed to one journey. */
export interface JourneyScope extends FileScope {
  readonly journeyName: string;
  readonly journeyId: string;
  readonly nodes: NodeTable;
  readonly exportOptions: ExportOptions;
  readonly identityResource: string | undefined;
  /** Names of scripts in use, with the script context of the first place of use. */
  readonly usedScripts: Map<string, string | undefined>;
}

export function placeIn(scope: { readonly source: SourceFile }, range: Range): Place {
  return { source: scope.source, range };
}

/** Answers whether a syntax error lies inside a range, so that what follows from it is not reported again. */
export function syntaxErrorFinder(diagnostics: readonly Diagnostic[]): (range: Range) => boolean {
  if (diagnostics.length === 0) return () => false;
  const starts = Float64Array.from(diagnostics, (diagnostic) => diagnostic.place.range.start).sort();
  return (range) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < range.start) low = middle + 1;
      else high = middle;
    }
    return low < starts.length && (starts[low] as number) <= range.end;
  };
}
