import type { EntryStatement } from "../../syntax/ast.js";
import { printNameAsWritten } from "./name.js";

/** Prints `start -> Target`. */
export function printEntry(entry: EntryStatement): string {
  return `start -> ${printNameAsWritten(entry.target)}`;
}
