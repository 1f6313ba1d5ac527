import type { ExportBlock } from "../../syntax/ast.js";
import type { Printing } from "./printing.js";
import { printPropertiesBlock } from "./properties.js";

/** Prints `export { … }`. */
export function printExport(printing: Printing, block: ExportBlock, indent: string): string {
  return printPropertiesBlock(printing, "export", block, indent);
}
