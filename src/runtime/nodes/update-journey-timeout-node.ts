import { type Action, fail, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Sets the maximum duration of the journey, or adds to it. */
export const updateJourneyTimeoutNode: NodeBehaviour = {
  type: "UpdateJourneyTimeoutNode",
  runs: "fully",
  note: "`MODIFY` adds to what an earlier node has set, else to the realm's duration; before the first step the platform takes the value alone.",
  process({ properties, state, world }: NodeContext): Action {
    const value = properties.number("value", 0);
    const modifies = properties.text("operation", "SET") === "MODIFY";
    if (!modifies && value < 0) return fail("The timeout value must be positive when SET operation is selected");
    const before = state.get(durationKey);
    const realm = world.options.times?.journeyMinutes ?? 5;
    const minutes = modifies ? value + (typeof before === "number" ? before : realm) : value;
    if (minutes < 0) return fail("The resulting timeout value must be positive");
    state.putTransient(durationKey, minutes);
    return { ...onward, effects: { journeyMinutes: minutes } };
  },
};

/** The state key under which the platform keeps the minutes that such a node has set. */
const durationKey = "maxAuthenticationSessionDuration";
