import type { StringValue } from "../../syntax/ast.js";
import { printQuoted } from "./string.js";

/** Adds the string that many declarations have at the end of their header. */
export function withTitle(header: string, title: StringValue | undefined): string {
  return title === undefined ? header : `${header} ${printQuoted(title)}`;
}
