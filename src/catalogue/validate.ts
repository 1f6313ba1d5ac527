import type { Json } from "../text/json.js";
import { versionOf } from "./catalogue.js";
import { checkBySchema } from "./check-by-schema.js";
import { checkValue } from "./check-value.js";
import type { NodeType } from "./node-type.js";
import type { PropertyProblem } from "./value-problem.js";

/**
 * Says what is wrong with the values of a node's properties, at most one problem a place.
 * Unknown and missing properties are not values: see `properties.ts`.
 */
export function validateProperties(
  type: NodeType,
  version: string,
  properties: ReadonlyMap<string, Json>,
): readonly PropertyProblem[] {
  const data = versionOf(type, version);
  if (data?.properties === undefined) return [];
  const byName = new Map(data.properties.map((property) => [property.name, property]));
  const problems: PropertyProblem[] = [];
  for (const [name, value] of properties) {
    const property = byName.get(name);
    if (!property) continue;
    for (const problem of checkValue(property, value)) problems.push({ property: name, ...problem });
  }
  return data.schema === undefined ? problems : [...problems, ...checkBySchema(data, properties, true)];
}
