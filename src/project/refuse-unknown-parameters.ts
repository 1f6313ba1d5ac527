import { nearestName } from "../diagnostics/suggest.js";
import { UsageError } from "./usage-error.js";

/**
 * Refuses values of the command line for parameters that no text declares: the journeys would be built with another value than the one
 * that was meant. Where not all parameters are known, there is a mistake that is told anyway.
 */
export function refuseUnknownParameters(given: readonly string[], declared: ReadonlySet<string> | undefined): void {
  const unknown = declared && given.find((name) => !declared.has(name));
  if (unknown === undefined) return;
  const near = nearestName(unknown, declared ?? []);
  const known = [...(declared ?? [])].sort();
  throw new UsageError(
    `No text here has a parameter ${unknown}`,
    near === undefined ? `There ${listed(known)}` : `Did you mean ${near}?`,
  );
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return "are none: `param name` at the top of a text declares one";
  return names.length === 1 ? `is one: ${names[0]}` : `are: ${names.join(", ")}`;
}
