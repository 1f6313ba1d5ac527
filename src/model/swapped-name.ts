import type { Name, NodeDeclaration, PageDeclaration } from "../syntax/ast.js";
import { isName } from "../syntax/match-word.js";
import { lookUpNodeType } from "./node-types.js";
import { type JourneyScope, placeIn } from "./scope.js";

/**
 * `node AccountLockout: Lock`: where the first word is a type, the second is none, and arrows lead to the second, which nothing
 * else is called, they stand the other way round. Reported, and read as it is meant.
 */
export function nameFirst<D extends NodeDeclaration | PageDeclaration>(
  declaration: D,
  isMissing: (name: string) => boolean,
  scope: JourneyScope,
): D {
  if (declaration.kind === "page" || declaration.name === undefined || declaration.type === undefined)
    return declaration;
  const { name, type } = declaration;
  const isSwapped =
    !isType(type.name, scope) && isName(type.name.text) && isType(name, scope) && isMissing(type.name.text);
  if (!isSwapped) return declaration;
  const range = { start: name.range.start, end: type.range.end };
  const right = `${type.name.text}: ${scope.source.slice(name.range)}`;
  const found = scope.source.slice(range);
  const fixes = [{ title: `Write ${right}`, edits: [{ range, text: right }] }];
  scope.reporter.report("foreign-spelling", placeIn(scope, range), { found, right }, { fixes });
  return { ...declaration, name: type.name, type: { ...type, name, range: name.range } };
}

function isType({ text }: Name, scope: JourneyScope): boolean {
  return lookUpNodeType(text, scope) !== undefined;
}
