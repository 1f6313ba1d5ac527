import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Stops a timer and records the elapsed time, if the timer was started. */
export const timerStopNode: NodeBehaviour = {
  type: "TimerStopNode",
  runs: "fully",
  process({ properties, state, world }: NodeContext): Action {
    const begun = state.getShared(properties.text("startTimeProperty") || "TimerNodeStartTime");
    if (typeof begun === "number") world.metrics.set(properties.text("metricKey"), world.clock.now - begun);
    return onward;
  },
};
