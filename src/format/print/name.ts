import type { Name } from "../../syntax/ast.js";
import { isName } from "../../syntax/match-word.js";
import { quoteText } from "./quote-text.js";

/** Prints a name, a key or an outcome, with quotes only where it needs them. */
export function printName(name: Name | undefined): string {
  if (name === undefined) return "";
  return isName(name.text) ? name.text : `"${quoteText(name.text)}"`;
}

/** Prints a name whose quotes are significant: quoted outcomes, targets and references are ids of the platform. */
export function printNameAsWritten(name: Name | undefined): string {
  return name?.quoted ? `"${quoteText(name.text)}"` : printName(name);
}
