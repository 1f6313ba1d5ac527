import { printable } from "../../diagnostics/render/printable.js";
import { nearestName } from "../../diagnostics/suggest.js";
import type { Journey } from "../../model/model.js";
import { UsageError } from "../../project/usage-error.js";

/** The journey that a command is about: the one named, by id or by name, or the only one there is. `what` ends "There is no journey to". */
export function chooseJourney(journeys: readonly Journey[], wanted: string | undefined, what: string): Journey {
  const [first, ...others] = journeys;
  const names = journeys.map(({ id }) => id);
  if (wanted === undefined) {
    if (first !== undefined && others.length === 0) return first;
    if (first === undefined) throw new UsageError(`There is no journey to ${what}`);
    throw new UsageError(`There are ${journeys.length} journeys`, `Choose one with --journey: ${listed(names)}`);
  }
  const chosen = journeys.find(({ id }) => id === wanted) ?? journeys.find(({ name }) => name === wanted);
  if (chosen) return chosen;
  const nearest = nearestName(wanted, names);
  throw new UsageError(
    `There is no journey ${wanted}`,
    nearest === undefined ? `There are: ${listed(names)}` : `Did you mean ${nearest}?`,
  );
}

const listedAtMost = 20;

function listed(names: readonly string[]): string {
  const more = names.length > listedAtMost ? ", …" : "";
  return printable(names.slice(0, listedAtMost).join(", ")) + more;
}
