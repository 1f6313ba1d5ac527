import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Counts how often the journey has come to this node. */
export const meterNode: NodeBehaviour = {
  type: "MeterNode",
  runs: "fully",
  process({ properties, world }: NodeContext): Action {
    const key = properties.text("metricKey");
    world.metrics.set(key, (world.metrics.get(key) ?? 0) + 1);
    return onward;
  },
};
