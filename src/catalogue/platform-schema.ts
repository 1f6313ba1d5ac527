import { modernSchema } from "../json-schema/modern-schema.js";
import type { ReportProblem } from "../json-schema/report-problem.js";
import { compileSchema } from "../json-schema/schema-checker.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";
import type { NodeProperty, NodeVersion } from "./node-type.js";
import { schemaMembers } from "./schema-members.js";

type PropertyType = NodeProperty["type"];

const propertyTypes: ReadonlySet<Json> = new Set(["string", "integer", "number", "boolean", "array", "object"]);

/**
 * Reads the JSON Schema that the platform gives for a node type (`_action=schema`): its properties in the platform's order,
 * and the schema itself, which says what their values may be. What is wrong with it is reported.
 */
export function readPlatformSchema(given: Json, report: ReportProblem): Pick<NodeVersion, "properties" | "schema"> {
  const properties = isJsonObject(given) ? getOwn(given, "properties") : undefined;
  if (!isJsonObject(given) || (properties !== undefined && !isJsonObject(properties))) {
    report(isJsonObject(given) ? "/properties" : "", "must be an object");
    return { properties: undefined };
  }
  const modern = modernSchema(given, report) as JsonObject;
  const schema = compileSchema(valuesOnly(modern), report);
  return { properties: propertiesOf(modern, schema !== undefined), ...(schema === undefined ? {} : { schema }) };
}

/** Missing and unknown properties are the binder's business: a text may leave out what has a default or is a secret. */
function valuesOnly(schema: JsonObject): JsonObject {
  const binders: readonly string[] = ["additionalProperties", "required", "unevaluatedProperties"];
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !binders.includes(keyword)));
}

function propertiesOf(schema: JsonObject, bySchema: boolean): readonly NodeProperty[] {
  const { properties, required } = schemaMembers(schema);
  return [...properties]
    .filter(([name]) => !name.startsWith("_"))
    .map(([name, definition]) => propertyOf(name, definition, required.has(name)))
    .map((property) => (bySchema ? { ...property, bySchema } : property))
    .sort((left, right) => (left.order ?? 0) - (right.order ?? 0));
}

function propertyOf(name: string, definition: JsonObject, required: boolean): NodeProperty {
  const given = getOwn(definition, "propertyOrder");
  const order = typeof given === "number" ? { order: given } : {};
  const type = typeOf(definition);
  if (type === undefined) return { name, ...order, type: "object", observedOnly: true };
  const fallback = getOwn(definition, "default");
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
  const names: readonly Json[] = Array.isArray(given) ? given : [given ?? null];
  return names.find((name): name is PropertyType => propertyTypes.has(name));
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
  return Array.isArray(allowed) && type !== "array" ? { enum: allowed as readonly Json[] } : {};
}

function isNonEmpty(definition: JsonObject): boolean {
  const least = getOwn(definition, "minLength") ?? getOwn(definition, "minProperties");
  return typeof least === "number" && least > 0;
}

function limitsOf(definition: JsonObject): Pick<NodeProperty, "minimum" | "maximum" | "exclusiveMinimum"> {
  const minimum = getOwn(definition, "minimum");
  const maximum = getOwn(definition, "maximum");
  const exclusiveMinimum = getOwn(definition, "exclusiveMinimum");
  return {
    ...(typeof minimum === "number" ? { minimum } : {}),
    ...(typeof exclusiveMinimum === "number" ? { exclusiveMinimum } : {}),
    ...(typeof maximum === "number" ? { maximum } : {}),
  };
}
