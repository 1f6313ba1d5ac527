import { type Json, setOwn } from "../text/json.js";
import { isCatalogueType, versionOf } from "./catalogue.js";
import { catalogueStore, type GeneratedValidator } from "./catalogue-store.js";
import { checkValue } from "./check-value.js";
import type { NodeProperty, NodeType } from "./node-type.js";
import { problemOfSchemaError } from "./schema-error.js";
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
  const known = versionOf(type, version)?.properties;
  if (!known || known.length === 0) return [];
  const validator = generatedValidator(type, version);
  return validator ? runValidator(validator, known, properties) : runChecks(known, properties);
}

/** Loading a generated validator costs as much as checking so many nodes without it. */
export const fewNodes = 20;
const validated = new WeakMap<NodeType, number>();

/** The validator made of the type's schema, once the type is so common here that loading it pays. */
function generatedValidator(type: NodeType, version: string): GeneratedValidator | undefined {
  if (!isCatalogueType(type)) return undefined;
  const nodes = (validated.get(type) ?? 0) + 1;
  validated.set(type, nodes);
  if (nodes <= fewNodes) return undefined;
  return catalogueStore().loadValidator(type.id, Object.hasOwn(type.versions, version) ? version : type.defaultVersion);
}

function runValidator(
  validator: GeneratedValidator,
  known: readonly NodeProperty[],
  properties: ReadonlyMap<string, Json>,
): readonly PropertyProblem[] {
  const values = new Values();
  for (const [name, value] of properties) setOwn(values, name, value);
  if (validator(values)) return [];
  const byName = propertiesByName(known);
  const found = new Map<string, PropertyProblem>();
  for (const error of validator.errors ?? []) {
    // The first error of a place is the one about its type; others follow from it.
    if (found.has(error.instancePath)) continue;
    const problem = problemOfSchemaError(error, byName, properties);
    if (problem) found.set(error.instancePath, problem);
  }
  const order = new Map([...properties.keys()].map((name, index) => [name, index]));
  return [...found.values()].sort((left, right) => (order.get(left.property) ?? 0) - (order.get(right.property) ?? 0));
}

/** An object without a prototype that the engine, unlike one of `Object.create(null)`, does not take for a dictionary. */
const Values = function Values() {} as unknown as new () => Record<string, Json>;
Values.prototype = Object.create(null);

function runChecks(known: readonly NodeProperty[], properties: ReadonlyMap<string, Json>): readonly PropertyProblem[] {
  const byName = propertiesByName(known);
  const problems: PropertyProblem[] = [];
  for (const [name, value] of properties) {
    const property = byName.get(name);
    if (!property) continue;
    for (const problem of checkValue(property, value)) problems.push({ property: name, ...problem });
  }
  return problems;
}

function propertiesByName(known: readonly NodeProperty[]): ReadonlyMap<string, NodeProperty> {
  return new Map(known.map((property) => [property.name, property]));
}
