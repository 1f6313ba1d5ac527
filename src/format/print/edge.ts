import type { Edge } from "../../syntax/ast.js";
import { printNameAsWritten } from "./name.js";
import { printOutcome } from "./reference.js";

/** Prints `true, false -> Target` on one line of any length, because one edge is one fact. */
export function printEdge(edge: Edge): string {
  const target = printNameAsWritten(edge.target);
  return edge.outcomes.length === 0 ? `-> ${target}` : `${edge.outcomes.map(printOutcome).join(", ")} -> ${target}`;
}
