import { type Action, fail, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Sets the maximum duration of the journey, or adds to it. */
export const updateJourneyTimeoutNode: NodeBehaviour = {
  type: "UpdateJourneyTimeoutNode",
  runs: "fully",
  note: "`MODIFY` adds to the realm's duration; whether the platform adds to a journey's own `treeTimeout` is not known.",
  process({ properties, state, world, journey }: NodeContext): Action {
    const base = properties.text("operation", "SET") === "MODIFY" ? (world.options.times?.journeyMinutes ?? 5) : 0;
    const minutes = base + properties.number("value", 0);
    if (minutes < 0) return fail(`The duration of ${journey.id} must not be negative`);
    state.putTransient("maxAuthenticationSessionDuration", minutes);
    return { ...onward, effects: { journeyMinutes: minutes } };
  },
};
