import type { ForbidRule, RequireRule } from "../../syntax/ast.js";
import { printNameAsWritten } from "./name.js";
import { printReference } from "./reference.js";

/** Prints `require A before B`. */
export function printRequire(rule: RequireRule): string {
  return `require ${printReference(rule.reference)} before ${printNameAsWritten(rule.target)}`;
}

/** Prints `forbid B after A`. */
export function printForbid(rule: ForbidRule): string {
  return `forbid ${printNameAsWritten(rule.target)} after ${printReference(rule.reference)}`;
}
