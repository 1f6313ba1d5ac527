import { isJsonObject, type Json, type JsonObject } from "../text/json.js";
import { childPointer } from "../text/json-pointer.js";
import { checkForm, checkLimits } from "./check-form.js";
import type { NodeProperty } from "./node-type.js";
import { isPlaceholder } from "./placeholder.js";
import { isTolerated } from "./tolerated.js";
import type { ValueProblem } from "./value-problem.js";

/** A problem at a JSON pointer relative to the value. */
export interface ProblemAt {
  readonly pointer: string;
  readonly found: Json;
  readonly problem: ValueProblem;
}

const none: readonly ProblemAt[] = [];

/** Whether an item of a list is of another kind or form: all items are mostly wrong in the same way. */
export function isOfItem({ pointer, problem: { kind } }: ProblemAt): boolean {
  return (kind === "type" || kind === "form" || kind === "enum") && /^\/\d+$/.test(pointer);
}

/**
 * Checks a value against what is known of its property. At most one problem a place, and only two levels deep, as
 * properties are. What a tenant's schema says of values: `check-by-schema.ts`.
 */
export function checkValue(property: NodeProperty, value: Json): readonly ProblemAt[] {
  if (property.bySchema === true) return none;
  const problems = problemsOf(property, value);
  return problems.length === 0 || property.observedOnly === true || isTolerated(property, value) ? none : problems;
}

function problemsOf(property: NodeProperty, value: Json): readonly ProblemAt[] {
  switch (property.type) {
    case "string":
      return at("", value, checkString(property, value));
    case "boolean":
      return typeof value === "boolean" ? none : at("", value, wrongType("boolean"));
    case "integer":
    case "number":
      return at("", value, checkNumber(property, value));
    case "array":
      return checkList(property, value);
    case "object":
      return checkMap(property, value);
    default:
      return property.type satisfies never;
  }
}

function checkString(property: NodeProperty, value: Json): ValueProblem | undefined {
  if (property.enum && !property.enum.includes(value) && isPlain(value))
    return { kind: "enum", allowed: property.enum };
  if (typeof value !== "string") return wrongType("string");
  // A secret may have been blanked out before it was shown to anybody.
  const isEmpty = value === "" || (property.secret !== true && value.trim() === "");
  return property.nonEmpty === true && isEmpty ? { kind: "empty" } : checkForm(property, value);
}

/** Whether a value may stand for one of a few: quotes around a number would not make it one. */
function isPlain(value: Json): boolean {
  return value !== null && typeof value !== "object";
}

function checkNumber(property: NodeProperty, value: Json): ValueProblem | undefined {
  const fits = property.type === "integer" ? Number.isInteger(value) : Number.isFinite(value);
  if (typeof value !== "number" || !fits) return wrongType(property.type, property.unit);
  if (property.enum && !property.enum.includes(value)) return { kind: "enum", allowed: property.enum };
  return checkLimits(property, value);
}

function checkList(property: NodeProperty, value: Json): readonly ProblemAt[] {
  if (!Array.isArray(value)) return at("", value, wrongType("array"));
  const entries = value as readonly Json[];
  const least = property.minItems ?? (property.nonEmpty === true ? 1 : 0);
  if (entries.length < least) return at("", value, { kind: "empty" });
  const problems: ProblemAt[] = [];
  entries.forEach((found, index) => {
    const problem = checkEntry(property, found);
    if (problem) problems.push({ pointer: childPointer("", index), found, problem });
  });
  return problems;
}

function checkEntry(property: NodeProperty, entry: Json): ValueProblem | undefined {
  const problem = problemOfEntry(property, entry);
  return problem === undefined || isPlaceholder(entry) ? undefined : problem;
}

function problemOfEntry(property: NodeProperty, entry: Json): ValueProblem | undefined {
  if (property.items === undefined) return undefined;
  if (property.items === "object") return isJsonObject(entry) ? undefined : wrongType("object");
  if (property.enum && !property.enum.includes(entry) && isPlain(entry))
    return { kind: "enum", allowed: property.enum };
  if (typeof entry !== "string") return wrongType("string");
  if (property.nonEmpty === true && entry.trim() === "") return { kind: "empty" };
  return checkForm(property, entry);
}

function checkMap(property: NodeProperty, value: Json): readonly ProblemAt[] {
  if (!isJsonObject(value)) return at("", value, wrongType("object"));
  const keys = Object.keys(value);
  if (property.nonEmpty === true && keys.length === 0) return at("", value, { kind: "empty" });
  if (property.map === undefined) return none;
  const meant = property.format === "JSON path" ? turned(value) : undefined;
  if (meant !== undefined) return at("", value, { kind: "turned", meant });
  const problems: ProblemAt[] = [];
  for (const key of keys) {
    const found = value[key] as Json;
    if (typeof found === "string" || isPlaceholder(found)) continue;
    problems.push({ pointer: childPointer("", key), found, problem: wrongType("string") });
  }
  return problems;
}

/** A map whose paths stand before the names under which is kept what is there: `{ "$.user.id": "userId" }`. */
function turned(map: JsonObject): JsonObject | undefined {
  const entries = Object.entries(map);
  const isTurned = ([key, name]: readonly [string, Json]) =>
    /^\$[.[]/.test(key) && typeof name === "string" && /^[^$@]/.test(name);
  if (entries.length === 0 || !entries.every(isTurned)) return undefined;
  const meant = Object.fromEntries(entries.map(([key, name]) => [String(name), key]));
  return Object.keys(meant).length === entries.length ? meant : undefined;
}

function at(pointer: string, found: Json, problem: ValueProblem | undefined): readonly ProblemAt[] {
  return problem ? [{ pointer, found, problem }] : none;
}

function wrongType(expected: NodeProperty["type"], unit?: string): ValueProblem {
  return unit === undefined ? { kind: "type", expected } : { kind: "type", expected, unit };
}
