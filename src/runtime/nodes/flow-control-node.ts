import { type Action, goTo } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Sends a random percentage of the runs to `A` and the rest to `B`. The world's seed decides. */
export const flowControlNode: NodeBehaviour = {
  type: "FlowControlNode",
  runs: "fully",
  process({ properties, world }: NodeContext): Action {
    return goTo(world.random.next() * 100 < properties.number("percentageA", 50) ? "A" : "B");
  },
};
