import type { ScriptNode } from "../script-tree.js";
import type { NameScope } from "./name-scopes.js";
import type { ScriptEdits } from "./script-edits.js";
import type { StatementMarks } from "./statement-marks.js";

/** What the rewriting of a script shares: the text, its edits, and names that the script does not use. */
export interface Rewriting {
  readonly text: string;
  readonly edits: ScriptEdits;
  readonly freshName: () => string;
  /** Whether values of Java may come in. */
  readonly hasJava: boolean;
  /** Notes which statements run, where that is asked for. */
  readonly marks: StatementMarks | undefined;
}

/** Where a node stands. */
export interface Surrounding {
  readonly scope: NameScope;
  readonly isStrict: boolean;
  /** Whether a loop of the same function is around it. */
  readonly isInLoop: boolean;
  /** The statement that a label before it makes longer. */
  readonly labelled: ScriptNode | undefined;
}

/** The object with what rewritten scripts call; the sandbox defines it. */
export const support = "rhino$";
