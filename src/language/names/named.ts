import type { Range } from "../../text/range.js";

/** Something that has a name. Two are the same when their keys are. */
export type Named =
  | { readonly kind: "journey"; readonly id: string }
  /** A node or page of a journey, or with `page` an inner node. */
  | { readonly kind: "node"; readonly journey: string; readonly page: string | undefined; readonly name: string }
  | {
      readonly kind: "outcome";
      readonly journey: string;
      readonly node: string;
      readonly child: string | undefined;
      readonly outcome: string;
    }
  /** With `journey`, a script that a journey declares for itself. `file` is the absolute path of the text. */
  | { readonly kind: "script"; readonly file: string; readonly journey: string | undefined; readonly name: string }
  | { readonly kind: "param"; readonly file: string; readonly name: string }
  | { readonly kind: "type"; readonly id: string; readonly file: string | undefined };

/** A place where something is named. */
export interface Occurrence {
  readonly named: Named;
  /** The name alone, without quotes. */
  readonly range: Range;
  readonly isDeclaration: boolean;
  /**
   * How it stands there: a bare name that may have to be quoted, one in quotes, a text, or the name of a journey where it differs from its id.
   */
  readonly form: "name" | "quoted" | "text" | "alias";
}

export function keyOfNamed(named: Named): string {
  return JSON.stringify(Object.values(named).map((value) => value ?? null));
}
