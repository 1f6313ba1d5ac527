import type { OutcomeReference, Reference } from "../../syntax/ast.js";
import { printName, printNameAsWritten } from "./name.js";

/** Prints `A`, `Page.Node` or `A.outcome`. */
export function printReference(reference: Reference | undefined): string {
  return reference === undefined ? "" : reference.parts.map(printNameAsWritten).join(".");
}

/** Prints `true` or `Password.true`. */
export function printOutcome(outcome: OutcomeReference | undefined): string {
  if (outcome === undefined) return "";
  const name = printNameAsWritten(outcome.outcome);
  return outcome.child === undefined ? name : `${printName(outcome.child)}.${name}`;
}
