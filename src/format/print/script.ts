import type { ScriptDeclaration } from "../../syntax/ast.js";
import { withTitle } from "./header.js";
import { printName } from "./name.js";
import type { Printing } from "./printing.js";
import { printPropertiesBlock } from "./properties.js";

/** Prints `script Name "Title" { … }`. */
export function printScript(printing: Printing, script: ScriptDeclaration, indent: string): string {
  return printPropertiesBlock(printing, withTitle(`script ${printName(script.name)}`, script.title), script, indent);
}
