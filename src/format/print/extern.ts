import type { ExternDeclaration } from "../../syntax/ast.js";
import { withTitle } from "./header.js";
import { printName } from "./name.js";
import type { Printing } from "./printing.js";
import { printPropertiesBlock } from "./properties.js";

/** Prints `extern node Name "type-id" { … }`. */
export function printExtern(printing: Printing, extern: ExternDeclaration, indent: string): string {
  const header = withTitle(`extern node ${printName(extern.name)}`, extern.typeId);
  return printPropertiesBlock(printing, header, extern, indent);
}
