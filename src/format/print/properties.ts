import type { Property } from "../../syntax/ast.js";
import { printBlock } from "./body.js";
import type { Printing } from "./printing.js";
import { printProperty } from "./property.js";

/** Prints `header { … }` for a block that holds properties only, in the author's order. */
export function printPropertiesBlock(
  printing: Printing,
  header: string,
  owner: { readonly properties: readonly Property[] },
  indent: string,
): string {
  const body = { owner, members: owner.properties, print: printProperty, isApart: () => false };
  return printBlock(printing, header, body, indent);
}
