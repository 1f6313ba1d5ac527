import { referenceTarget } from "../json-schema/reference-target.js";
import { getOwn, isJsonObject, type Json, type JsonObject } from "../text/json.js";

/** The properties that a schema speaks of. */
export interface SchemaMembers {
  /** Each as the first place that speaks of it defines it, with what it refers to. */
  readonly properties: ReadonlyMap<string, JsonObject>;
  /** Those that must be there in any case. */
  readonly required: ReadonlySet<string>;
}

const choices: readonly string[] = ["anyOf", "oneOf"];
const conditions: readonly string[] = ["if", "then", "else"];

/** Finds the properties of a schema in the schema itself and in those that it is made of. */
export function schemaMembers(root: JsonObject): SchemaMembers {
  const properties = new Map<string, JsonObject>();
  const required = new Set<string>();
  const seen = new Set<JsonObject>();
  const visit = (schema: Json | undefined, always: boolean): void => {
    if (schema === undefined || !isJsonObject(schema) || seen.has(schema)) return;
    seen.add(schema);
    for (const [name, definition] of entriesOf(getOwn(schema, "properties"))) {
      if (!properties.has(name)) properties.set(name, withReferences(definition, root));
    }
    if (always) for (const name of listOf(getOwn(schema, "required"))) if (typeof name === "string") required.add(name);
    visit(targetOf(schema, root), always);
    for (const part of listOf(getOwn(schema, "allOf"))) visit(part, always);
    for (const keyword of choices) for (const part of listOf(getOwn(schema, keyword))) visit(part, false);
    for (const keyword of conditions) visit(getOwn(schema, keyword), false);
  };
  visit(root, true);
  return { properties, required };
}

/** A definition with the members of what it refers to. */
function withReferences(definition: Json, root: JsonObject): JsonObject {
  let made: JsonObject = {};
  const seen = new Set<Json>();
  for (let next: Json | undefined = definition; next !== undefined && isJsonObject(next); next = targetOf(next, root)) {
    if (seen.has(next)) break;
    seen.add(next);
    made = { ...next, ...made };
  }
  return made;
}

function targetOf(schema: JsonObject, root: JsonObject): Json | undefined {
  const reference = getOwn(schema, "$ref");
  return typeof reference === "string" ? referenceTarget(root, reference) : undefined;
}

function entriesOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  return value !== undefined && isJsonObject(value) ? Object.entries(value) : [];
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
