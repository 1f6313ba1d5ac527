import type { Json } from "../text/json.js";
import { versionOf } from "./catalogue.js";
import { checkValue } from "./check-value.js";
import type { NodeType } from "./node-type.js";
import type { PropertyProblem } from "./value-problem.js";

/**
 * Says what is wrong with the values of a node's properties, at most one problem a place, in the order of `properties`.
 * Unknown and missing properties are not values: see `properties.ts`.
 */
export function validateProperties(
  type: NodeType,
  version: string,
  properties: ReadonlyMap<string, Json>,
): readonly PropertyProblem[] {
  const known = versionOf(type, version)?.properties ?? [];
  const byName = new Map(known.map((property) => [property.name, property]));
  const problems: PropertyProblem[] = [];
  for (const [name, value] of properties) {
    const property = byName.get(name);
    if (!property) continue;
    for (const problem of checkValue(property, value)) problems.push({ property: name, ...problem });
  }
  return problems;
}
