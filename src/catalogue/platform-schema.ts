import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";
import type { NodeProperty } from "./node-type.js";
import type { ReportProblem } from "./type-problem.js";

type PropertyType = NodeProperty["type"];

const propertyTypes: ReadonlySet<string> = new Set(["string", "integer", "number", "boolean", "array", "object"]);

/**
 * Reads the JSON Schema that the platform gives for a node type (`_action=schema`) into properties, in the platform's
 * order. What the schema says beyond the catalogue's terms is left out: better to miss a mistake than to invent one.
 */
export function propertiesFromSchema(schema: Json, report: ReportProblem): readonly NodeProperty[] | undefined {
  const members = isJsonObject(schema) ? getOwn(schema, "properties") : undefined;
  if (!isJsonObject(schema) || (members !== undefined && !isJsonObject(members))) {
    report(isJsonObject(schema) ? "/properties" : "", "must be an object");
    return undefined;
  }
  const listed = getOwn(schema, "required");
  const required = new Set(Array.isArray(listed) ? (listed as readonly Json[]) : []);
  return Object.entries(members ?? {})
    .filter(([name]) => !name.startsWith("_"))
    .map(([name, definition]) => propertyFromSchema(name, definition, required.has(name)))
    .sort((left, right) => (left.order ?? 0) - (right.order ?? 0));
}

function propertyFromSchema(name: string, definition: Json, listed: boolean): NodeProperty {
  if (!isJsonObject(definition)) return { name, type: "object", observedOnly: true };
  const type = typeOf(definition);
  const given = getOwn(definition, "propertyOrder");
  const order = typeof given === "number" ? { order: given } : {};
  if (type === undefined) return { name, ...order, type: "object", observedOnly: true };
  const fallback = getOwn(definition, "default");
  // Older schemas mark the property itself, newer ones list the names.
  const required = listed || getOwn(definition, "required") === true;
  return {
    name,
    ...order,
    type,
    ...(type === "array" ? itemsOf(definition) : {}),
    ...(type === "object" ? mapOf(definition) : {}),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(required ? { required } : {}),
    ...(isNonEmpty(definition) ? { nonEmpty: true } : {}),
    ...enumOf(type, definition),
    ...limitsOf(definition),
    ...(getOwn(definition, "format") === "password" ? { secret: true } : {}),
  };
}

/** The first type that the catalogue knows: lists of types only add `null`. */
function typeOf(definition: JsonObject): PropertyType | undefined {
  const given = getOwn(definition, "type");
  const names: readonly unknown[] = Array.isArray(given) ? given : [given];
  return names.find((name): name is PropertyType => typeof name === "string" && propertyTypes.has(name));
}

function itemsOf(definition: JsonObject): Pick<NodeProperty, "items" | "enum" | "minItems"> {
  const items = getOwn(definition, "items");
  const type = isJsonObject(items) ? getOwn(items, "type") : undefined;
  const least = getOwn(definition, "minItems");
  return {
    ...(type === "string" || type === "object" ? { items: type } : {}),
    ...(isJsonObject(items) && type === "string" ? enumOf("string", items) : {}),
    ...(typeof least === "number" ? { minItems: least } : {}),
  };
}

/** A map is an object whose members, by whatever name, are texts. */
function mapOf(definition: JsonObject): Pick<NodeProperty, "map"> {
  const patterns = getOwn(definition, "patternProperties");
  const members = isJsonObject(patterns) ? Object.values(patterns) : [getOwn(definition, "additionalProperties")];
  const isText = members.length > 0 && members.every((member) => isTextSchema(member));
  return isText ? { map: "string" } : {};
}

function isTextSchema(schema: Json | undefined): boolean {
  return schema !== undefined && isJsonObject(schema) && getOwn(schema, "type") === "string";
}

function enumOf(type: PropertyType, definition: JsonObject): Pick<NodeProperty, "enum"> {
  const allowed = getOwn(definition, "enum");
  return Array.isArray(allowed) && allowed.length > 0 && type !== "array" ? { enum: allowed as readonly Json[] } : {};
}

function isNonEmpty(definition: JsonObject): boolean {
  const least = getOwn(definition, "minLength") ?? getOwn(definition, "minProperties");
  return typeof least === "number" && least > 0;
}

function limitsOf(definition: JsonObject): Pick<NodeProperty, "minimum" | "maximum" | "exclusiveMinimum"> {
  const minimum = getOwn(definition, "minimum");
  const maximum = getOwn(definition, "maximum");
  const exclusive = getOwn(definition, "exclusiveMinimum");
  return {
    // Draft 4 says `exclusiveMinimum: true` beside `minimum`, later drafts give the number itself.
    ...(typeof minimum === "number" ? (exclusive === true ? { exclusiveMinimum: minimum } : { minimum }) : {}),
    ...(typeof exclusive === "number" ? { exclusiveMinimum: exclusive } : {}),
    ...(typeof maximum === "number" ? { maximum } : {}),
  };
}
