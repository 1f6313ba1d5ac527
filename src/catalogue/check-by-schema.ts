import type { ToldMisfit } from "../json-schema/schema-checker.js";
import { isJsonObject, type Json, setOwn } from "../text/json.js";
import { childPointer, pointerSegments } from "../text/json-pointer.js";
import { valueAt } from "../text/value-at.js";
import type { NodeProperty, NodeVersion } from "./node-type.js";
import { isPlaceholder } from "./placeholder.js";
import { isTolerated } from "./tolerated.js";
import type { PropertyProblem, ValueProblem } from "./value-problem.js";

/**
 * Says what is wrong with a node's properties by the tenant's own JSON Schema of its type. `isWhole`: all properties are
 * there, so that what the schema says of them together can be told, too.
 */
export function checkBySchema(
  { schema, properties = [] }: NodeVersion,
  values: ReadonlyMap<string, Json>,
  isWhole: boolean,
): readonly PropertyProblem[] {
  if (schema === undefined) return [];
  const known = new Map(properties.map((property) => [property.name, property]));
  const literal = {};
  let isKnown = isWhole;
  for (const [name, value] of values) {
    const property = known.get(name);
    if (property === undefined ? isPlaceholder(value) : isTolerated(property, value)) isKnown = false;
    else setOwn(literal, name, value);
    if (containsPlaceholder(value)) isKnown = false;
  }
  return schema.check(literal).flatMap((misfit) => problemOf(misfit, known, literal, isKnown) ?? []);
}

function problemOf(
  misfit: ToldMisfit,
  known: ReadonlyMap<string, NodeProperty>,
  values: Json,
  isKnown: boolean,
): PropertyProblem | undefined {
  const { instancePath, keyword } = misfit.error;
  const [name, ...inner] = pointerSegments(instancePath);
  const found = valueAt(values, instancePath) ?? null;
  if (name === undefined) {
    return isKnown
      ? { property: "", pointer: "", found, problem: { kind: "schema", problem: misfit.problem } }
      : undefined;
  }
  // What the declaration says of a property itself holds before the schema.
  const property = known.get(name);
  if (property !== undefined && property.bySchema !== true) return undefined;
  // The value that takes a placeholder's place may be right.
  if (isPlaceholder(found) || (keyword !== "type" && containsPlaceholder(found))) return undefined;
  return { property: name, pointer: inner.reduce(childPointer, ""), found, problem: valueProblem(misfit, found) };
}

/** What a schema says in the catalogue's terms is told as the catalogue's own types tell it. */
function valueProblem({ error, problem }: ToldMisfit, found: Json): ValueProblem {
  const { keyword, params } = error;
  switch (keyword) {
    case "type":
      if (typeof params.type !== "string" || params.type === "null") break;
      return { kind: "type", expected: params.type as NodeProperty["type"] };
    case "enum":
      return { kind: "enum", allowed: params.allowedValues as readonly Json[] };
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
      return { kind: keyword, limit: Number(params.limit) };
    case "minLength":
    case "minItems":
    case "minProperties":
      if (isEmpty(found)) return { kind: "empty" };
      break;
    default:
  }
  return { kind: "schema", problem };
}

function isEmpty(value: Json): boolean {
  return value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
}

function containsPlaceholder(value: Json): boolean {
  if (isPlaceholder(value)) return true;
  if (Array.isArray(value)) return value.some((entry: Json) => containsPlaceholder(entry));
  return isJsonObject(value) && Object.values(value).some(containsPlaceholder);
}
