import type { NodeType } from "../catalogue/node-type.js";
import type { Diagnostic, DiagnosticExtras, ParameterInText, Place } from "../diagnostics/diagnostic.js";
import type { JourneyMember, StringPart, Value } from "../syntax/ast.js";
import { countBelow } from "../text/count-below.js";
import type { Json } from "../text/json.js";
import type { Range } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";
import type { BindOptions } from "./bind-options.js";
import type { ExportOptions, Resource, Script, Setting } from "./model.js";
import type { NameUses } from "./name-uses.js";
import type { NodeTable } from "./node-table.js";
import type { Reporter } from "./reporter.js";
import type { ResourceFile } from "./resource-content.js";

/** A parameter. It has no value where a diagnostic says why. */
export interface Parameter {
  readonly value: Json | undefined;
  /** Where it is declared; absent for the realm. */
  readonly place?: Place;
  /** Where its value stands, if that is its default. */
  readonly valuePlace?: Place;
}

/** A declared script before it is known which nodes use it. */
export interface ScriptDraft extends Omit<Script, "properties"> {
  /** The properties that the author sets. */
  readonly given: ReadonlyMap<string, Setting>;
  /** The properties that the author sets to `absent`. */
  readonly absent: ReadonlySet<string>;
  /** Where the title stands, or else the name that it is made of. */
  readonly titlePlace: Place;
}

/** The uses of the names that a file declares, besides those of nodes. */
export interface FileUses {
  readonly scripts: NameUses;
  readonly parameters: NameUses;
  readonly types: NameUses;
}

/** A type that nothing knows and whose letters are like none. */
interface StrangeType {
  readonly written: string;
  readonly place: Place;
  /** What is said of it where it is no journey of another file either. */
  readonly extras: DiagnosticExtras;
}

/** The declarations that hold in the whole file, and the means to bind it. */
export interface FileScope {
  readonly source: SourceFile;
  readonly options: BindOptions;
  readonly reporter: Reporter;
  readonly parameters: Map<string, Parameter>;
  /** Where parameters are declared that are not known yet: a default may use those above it only. */
  readonly laterParameters: Map<string, Place>;
  /** The scripts by name. */
  readonly scripts: Map<string, ScriptDraft>;
  readonly uses: FileUses;
  /** The journeys in the file: their ids on the platform by their names. */
  readonly journeyIds: ReadonlyMap<string, string>;
  readonly resources: readonly Resource[];
  /** The files of all resources that the text declares, in journeys too. */
  readonly resourceFiles: ResourceFile[];
  /** The node types of `extern` declarations, by name and by id. */
  readonly externTypes: Map<string, NodeType>;
  /** Where they are declared, by name. */
  readonly externPlaces: Map<string, Place>;
  /** Journeys of other files may be called so. */
  readonly strangeTypes: StrangeType[];
  /** The settings about whose value something has been reported. They are not checked again. */
  readonly unsound: WeakSet<Setting>;
  readonly hasSyntaxErrorIn: (range: Range) => boolean;
}

/** The scope of a file, with the declarations of one of its journeys. */
export interface JourneyScope extends FileScope {
  readonly journeyName: string;
  readonly journeyId: string;
  /** What stands in the braces of the journey. */
  readonly members: readonly JourneyMember[];
  readonly nodes: NodeTable;
  /** By the name of a required property, where it stands that may be meant for a node that lacks it. Filled as it is asked for. */
  readonly strayPlaces: Map<string, readonly Place[]>;
  /** Says in which of the nodes a property may belong that stands somewhere else. */
  readonly adviseOnOwner: (property: string, range: Range) => string | undefined;
  readonly exportOptions: ExportOptions;
  readonly identityResource: string | undefined;
  /** `start ->` inside of nodes, where the journey has none of its own. */
  readonly misplacedStarts: Range[] | undefined;
  /** The names of scripts in use, each with the script context of its first use. */
  readonly usedScripts: Map<string, string | undefined>;
}

/** The place of a range in the file of a scope. */
export function placeIn(scope: { readonly source: SourceFile }, range: Range): Place {
  return { source: scope.source, range };
}

/** The place of a value with its parameters, and with that of the parameter's default if it is one parameter and nothing else. */
export function placeOfValue(value: Value, scope: FileScope): Place {
  const place = placeIn(scope, value.range);
  if (value.kind !== "string") return place;
  const [only, second] = value.parts;
  if (second === undefined && typeof only === "string") return place;
  const parameters = parametersIn(value.parts, scope);
  if (parameters.length === 0) return place;
  const parameter =
    only === undefined || typeof only === "string" || second !== undefined
      ? undefined
      : scope.parameters.get(only.param)?.valuePlace;
  return parameter === undefined ? { ...place, parameters } : { ...place, parameters, parameter };
}

function parametersIn(parts: readonly StringPart[], { parameters }: FileScope): readonly ParameterInText[] {
  return parts.flatMap((part) => {
    const value = typeof part === "string" ? undefined : parameters.get(part.param)?.value;
    if (typeof part === "string" || value === undefined) return [];
    return [{ name: part.param, range: part.range, value: typeof value === "string" ? value : JSON.stringify(value) }];
  });
}

/** Makes a function that tells whether a range contains a syntax error, so that its consequences are not reported too. */
export function syntaxErrorFinder(diagnostics: readonly Diagnostic[]): (range: Range) => boolean {
  if (diagnostics.length === 0) return () => false;
  const starts = Float64Array.from(diagnostics, (diagnostic) => diagnostic.place.range.start).sort();
  return (range) => {
    const first = starts[countBelow(starts, range.start)];
    return first !== undefined && first <= range.end;
  };
}
