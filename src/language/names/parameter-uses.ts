import type { FileItem, StringValue } from "../../syntax/ast.js";
import { realmParameter } from "../../syntax/reserved-names.js";
import type { Range } from "../../text/range.js";

/** A parameter in a text, with the range of its name alone. */
export interface ParameterUse {
  readonly name: string;
  readonly range: Range;
}

/**
 * The parameters that the texts of a declaration use. All parts of it are looked at, whatever they are: titles, defaults of other parameters, paths and
 * values. The title of a scenario is taken as it is written.
 */
export function parameterUsesIn(item: FileItem, source: string): readonly ParameterUse[] {
  const uses: ParameterUse[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    if (isString(part)) {
      for (const each of part.parts) {
        if (typeof each === "string" || each.param === realmParameter) continue;
        const start = source.indexOf(each.param, each.range.start);
        uses.push({ name: each.param, range: { start, end: start + each.param.length } });
      }
      return;
    }
    for (const inner of Object.values(part)) visit(inner);
  };
  visit(item.kind === "scenario" ? item.steps : item);
  return uses;
}

function isString(part: object): part is StringValue {
  return "kind" in part && part.kind === "string";
}
