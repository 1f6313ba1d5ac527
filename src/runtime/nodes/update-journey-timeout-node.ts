import { type Action, fail, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Sets the journey's time, or adds to it. */
export const updateJourneyTimeoutNode: NodeBehaviour = {
  type: "UpdateJourneyTimeoutNode",
  runs: "fully",
  note: "Adds to the realm's time; whether a journey's own `treeTimeout` is the base is not known.",
  process({ properties, state, world, journey }: NodeContext): Action {
    const base = properties.text("operation", "SET") === "MODIFY" ? (world.options.times?.journeyMinutes ?? 5) : 0;
    const minutes = base + properties.number("value", 0);
    if (minutes < 0) return fail(`The duration of ${journey.id} must not be negative`);
    state.putTransient("maxAuthenticationSessionDuration", minutes);
    return { ...onward, effects: { journeyMinutes: minutes } };
  },
};
