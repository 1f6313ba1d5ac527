import type { ResourceDeclaration } from "../../syntax/ast.js";
import { printName } from "./name.js";
import { printQuoted } from "./string.js";

/** Prints `resource kind "id" from "path"`. */
export function printResource(resource: ResourceDeclaration): string {
  return `resource ${printName(resource.resourceKind)} ${printQuoted(resource.id)} from ${printQuoted(resource.path)}`;
}
