import type { Journey } from "../model/model.js";
import { journeyMachine } from "./journey-machine.js";

/** The platform's id of an outcome that a journey's machine names; the name itself where the machine has no such outcome. */
export function outcomeIdOf(journey: Journey, state: string, outcome: string): string {
  const { states } = journeyMachine(journey);
  const found = Object.hasOwn(states, state) ? states[state] : undefined;
  if (!found || !("meta" in found) || !Object.hasOwn(found.meta.outcomes, outcome)) return outcome;
  return found.meta.outcomes[outcome]?.id ?? outcome;
}
