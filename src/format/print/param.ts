import type { ParamDeclaration } from "../../syntax/ast.js";
import { printName } from "./name.js";
import type { Printing } from "./printing.js";
import { printAfter } from "./property.js";

/** Prints `param name` or `param name = value`. */
export function printParam(printing: Printing, param: ParamDeclaration, indent: string): string {
  const start = `param ${printName(param.name)}`;
  return param.value === undefined ? start : printAfter(printing, `${start} =`, param.value, indent);
}
