import { nearestName } from "../../diagnostics/suggest.js";
import { UsageError } from "../../project/usage-error.js";

/** Checks the value of an option. Another word is a usage error that suggests the nearest value or lists all of them. */
export function namedChoice<Choice extends string>(what: string, name: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((known) => known === name);
  if (choice !== undefined) return choice;
  const nearest = nearestName(name, choices);
  const all = `${what.charAt(0).toUpperCase()}${what.slice(1)}s: ${choices.join(", ")}`;
  throw new UsageError(`Unknown ${what} ${name}`, nearest === undefined ? all : `Did you mean ${nearest}?`);
}
