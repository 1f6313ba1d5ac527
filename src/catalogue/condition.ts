import { isJsonObject, type Json } from "../text/json.js";
import type { PropertyCondition } from "./node-type.js";
import { isPlaceholder } from "./placeholder.js";

/** What a condition comes to: `unknown` where it hangs on a value that only the tenant knows. */
export type Verdict = "yes" | "no" | "unknown";

/** Decides a condition of the catalogue over a node's properties. A property that is absent counts as the condition's default. */
export function judgeCondition(condition: PropertyCondition, properties: ReadonlyMap<string, Json>): Verdict {
  if ("all" in condition) return all(condition.all.map((part) => judgeCondition(part, properties)));
  if ("present" in condition) return properties.has(condition.property) === condition.present ? "yes" : "no";
  const value = properties.get(condition.property) ?? condition.default;
  if (value === undefined) return "no";
  if (isPlaceholder(value)) return "unknown";
  const holds =
    "equals" in condition
      ? sameValue(value, condition.equals)
      : typeof value === "number" && value > condition.greaterThan;
  return holds ? "yes" : "no";
}

function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("no")) return "no";
  return verdicts.includes("unknown") ? "unknown" : "yes";
}

/** Conditions compare plain values only; a list or an object equals none. */
function sameValue(value: Json, expected: Json): boolean {
  return !Array.isArray(value) && !isJsonObject(value) && value === expected;
}
