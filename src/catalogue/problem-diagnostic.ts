import { quote } from "../diagnostics/define-codes.js";
import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import type { Json, JsonObject } from "../text/json.js";
import { pointerSegments } from "../text/json-pointer.js";
import type { NodeProperty } from "./node-type.js";
import { wrappedPlaceholder } from "./placeholder.js";
import type { PropertyProblem } from "./value-problem.js";

/** Says a problem in words, as the diagnostic of its kind. */
export function problemDiagnostic(problem: PropertyProblem, place: Place): Diagnostic {
  const property = nameOf(problem);
  const { found } = problem;
  switch (problem.problem.kind) {
    case "type": {
      const wrapped = wrappedPlaceholder({ type: problem.problem.expected }, found);
      const args = { property, expected: expectedWith(problem.problem), found: describeValue(found) };
      return createDiagnostic("wrong-value-type", place, args, wrapped && { help: helpOnPlaceholder(wrapped).help });
    }
    case "form":
      return createDiagnostic("wrong-value-type", place, {
        property,
        expected: problem.problem.expected,
        found: describeValue(found),
      });
    case "enum": {
      const allowed = problem.problem.allowed.map(String);
      return createDiagnostic("value-not-allowed", place, { property, value: String(found), allowed });
    }
    case "minimum":
      return outOfRange(property, found, `at least ${problem.problem.limit}`, place);
    case "maximum":
      return outOfRange(property, found, `at most ${problem.problem.limit}`, place);
    case "exclusiveMinimum":
      return outOfRange(property, found, `more than ${problem.problem.limit}`, place);
    case "empty":
      return createDiagnostic("empty-value", place, { property, what: emptiness(found) });
    case "turned":
      return createDiagnostic(
        "wrong-value",
        place,
        { property, problem: "has the paths as names, and the names as paths" },
        { severity: "warning" },
      );
    case "schema":
      return createDiagnostic(
        "wrong-value",
        place,
        { property, problem: problem.problem.problem },
        { severity: "warning" },
      );
    default:
      return problem.problem satisfies never;
  }
}

/** Says in which form a property that is no text takes a placeholder. */
export function helpOnPlaceholder(wrapped: JsonObject): { readonly help: string; readonly text: string } {
  const text = JSON.stringify(wrapped).replace(/^\{(.*?):(.*)\}$/, "{ $1: $2 }");
  return { text, help: `The platform takes a placeholder for what is no text in an object: write \`${text}\`.` };
}

const expectations: Readonly<Record<NodeProperty["type"], string>> = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

function expectedWith({ expected, unit }: { readonly expected: NodeProperty["type"]; readonly unit?: string }): string {
  return unit === undefined ? expectations[expected] : `${expectations[expected]} of ${unit}`;
}

/** The property as an author calls it: `pageHeader.de`, `attributesToCollect[0]`. */
function nameOf({ property, pointer }: PropertyProblem): string {
  const inner = pointerSegments(pointer).map((segment) => (/^\d+$/.test(segment) ? `[${segment}]` : `.${segment}`));
  return property + inner.join("");
}

function describeValue(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return value === "" ? "an empty text" : `the text ${quote(value)}`;
  return typeof value === "object" ? "an object" : String(value);
}

/** Calls an empty value by its kind. */
export function emptiness(value: Json): string {
  if (Array.isArray(value)) return "an empty list";
  return typeof value === "string" ? "an empty text" : "an empty object";
}

function outOfRange(property: string, found: Json, limit: string, place: Place): Diagnostic {
  return createDiagnostic("value-out-of-range", place, { property, value: Number(found), limit });
}
