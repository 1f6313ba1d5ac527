import { getOwn, isJsonObject, type Json } from "../text/json.js";
import { childPointer, pointerSegments } from "../text/json-source.js";
import type { SchemaError } from "./catalogue-store.js";
import type { NodeProperty } from "./node-type.js";
import { isPlaceholder } from "./placeholder.js";
import { isTolerated } from "./tolerated.js";
import type { PropertyProblem, ValueProblem } from "./value-problem.js";

/** Turns an ajv error into the product's own problem; `undefined` where the value is a placeholder after all. */
export function problemOfSchemaError(
  error: SchemaError,
  known: ReadonlyMap<string, NodeProperty>,
  properties: ReadonlyMap<string, Json>,
): PropertyProblem | undefined {
  const [name = "", ...inner] = pointerSegments(error.instancePath);
  const property = known.get(name);
  const value = properties.get(name);
  const problem = property && problemOf(error, property);
  if (!problem || value === undefined || isTolerated(property, value)) return undefined;
  const found = valueAt(value, inner);
  if (isPlaceholder(found)) return undefined;
  return { property: name, pointer: inner.reduce(childPointer, ""), found, problem };
}

function problemOf(error: SchemaError, property: NodeProperty): ValueProblem | undefined {
  const { keyword, params } = error;
  switch (keyword) {
    case "type":
      return { kind: "type", expected: params.type as NodeProperty["type"] };
    case "enum":
      return { kind: "enum", allowed: property.enum ?? [] };
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
      return { kind: keyword, limit: params.limit as number };
    case "not":
    case "minItems":
    case "minProperties":
      return { kind: "empty" };
    default:
      return undefined;
  }
}

function valueAt(value: Json, segments: readonly string[]): Json {
  let current: Json = value;
  for (const segment of segments) {
    if (Array.isArray(current)) current = (current as readonly Json[])[Number(segment)] ?? null;
    else if (isJsonObject(current)) current = getOwn(current, segment) ?? null;
  }
  return current;
}
