import type { Range } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";
import { type ArgumentsOf, type Code, codes, type Severity } from "./codes.js";

/**
 * A place in a source. In a JSON source, `pointer` is the JSON pointer (RFC 6901), and `range` may be a getter that
 * computes the offsets only when they are shown.
 */
export interface Place {
  readonly source: SourceFile;
  readonly range: Range;
  readonly pointer?: string;
  /** Where the value of this place stands, if the place has nothing but a parameter with its default. */
  readonly parameter?: Place;
  /** The parameters in the text of this place, in their order. */
  readonly parameters?: readonly ParameterInText[];
}

/** A parameter in a text of the author, with what stands there when it is replaced. */
export interface ParameterInText {
  readonly name: string;
  readonly range: Range;
  readonly value: string;
}

export interface RelatedPlace {
  readonly place: Place;
  readonly message: string;
}

/** A safe change of the source: `range` is replaced by `text`. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** One finding as plain data; the renderers decide how it looks. */
export interface Diagnostic {
  /** Stable kebab-case name; also the name of the page in `docs/rules/`. */
  readonly code: Code;
  /** Stable number such as `JRN301`. */
  readonly id: string;
  readonly severity: Severity;
  /** One line that starts with a capital and has no full stop. */
  readonly message: string;
  /** How to correct it, as one or more sentences. */
  readonly help?: string;
  readonly place: Place;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  /** What the finding takes for right: where another finding is at one of these places, this one only follows from it. */
  readonly restsOn?: readonly Place[];
}

export interface DiagnosticExtras {
  readonly severity?: Severity;
  /** Replaces the table's help where the place allows a more exact one, such as the nearest name. */
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  readonly restsOn?: readonly Place[];
}

/** Makes a diagnostic from the table of codes. An unknown code or a missing argument does not compile. */
export function createDiagnostic<C extends Code>(
  code: C,
  place: Place,
  args: ArgumentsOf<C>,
  extras: DiagnosticExtras = {},
): Diagnostic {
  const definition = codes[code] as unknown as {
    id: string;
    severity: Severity;
    title: (args: ArgumentsOf<C>) => string;
    help?: (args: ArgumentsOf<C>) => string;
  };
  const help = extras.help ?? definition.help?.(args);
  return {
    code,
    id: definition.id,
    severity: extras.severity ?? definition.severity,
    message: definition.title(args),
    ...(help === undefined ? {} : { help }),
    place,
    related: extras.related ?? [],
    fixes: extras.fixes ?? [],
    ...(extras.restsOn === undefined ? {} : { restsOn: extras.restsOn }),
  };
}
