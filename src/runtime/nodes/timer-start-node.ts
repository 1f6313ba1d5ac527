import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Starts a timer: stores the time of the clock in state. */
export const timerStartNode: NodeBehaviour = {
  type: "TimerStartNode",
  runs: "fully",
  process({ properties, state, world }: NodeContext): Action {
    state.putShared(properties.text("startTimeProperty") || "TimerNodeStartTime", world.clock.now);
    return onward;
  },
};
