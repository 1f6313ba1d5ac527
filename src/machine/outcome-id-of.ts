import type { Journey } from "../model/model.js";
import { journeyMachine } from "./journey-machine.js";

/** The id on the platform of an outcome of the machine. An outcome that the machine does not have keeps its name. */
export function outcomeIdOf(journey: Journey, state: string, outcome: string): string {
  const { states } = journeyMachine(journey);
  const found = Object.hasOwn(states, state) ? states[state] : undefined;
  if (!found || !("meta" in found) || !Object.hasOwn(found.meta.outcomes, outcome)) return outcome;
  return found.meta.outcomes[outcome]?.id ?? outcome;
}
