import type { Range } from "../text/range.js";
import type { SourceFile } from "../text/source-file.js";
import { type ArgumentsOf, type Code, codes, type Severity } from "./codes.js";

/**
 * Where something stands. In JSON sources `pointer` is the RFC 6901 pointer, and `range` may be a getter that finds the
 * offsets only when they are shown.
 */
export interface Place {
  readonly source: SourceFile;
  readonly range: Range;
  readonly pointer?: string;
}

export interface RelatedPlace {
  readonly place: Place;
  readonly message: string;
}

/** A safe change of the source: replace `range` by `text`. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** One finding. Data only; how it looks is the renderers' business. */
export interface Diagnostic {
  /** Stable kebab-case name, as in `docs/rules/<code>.md`. */
  readonly code: Code;
  /** Stable number, `JRN301`. */
  readonly id: string;
  readonly severity: Severity;
  /** One line, starts with a capital, no full stop. */
  readonly message: string;
  /** How to mend it, in a sentence. */
  readonly help?: string;
  readonly place: Place;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}

export interface DiagnosticExtras {
  readonly severity?: Severity;
  /** Replaces the table's help where the place allows a better one, such as the nearest name. */
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

/** Makes a diagnostic from the table: a wrong code or a missing argument does not compile. */
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
  };
}
