import { type Action, goTo } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Sends a share of the users one way, by the seed of the world. */
export const flowControlNode: NodeBehaviour = {
  type: "FlowControlNode",
  runs: "fully",
  process({ properties, world }: NodeContext): Action {
    return goTo(world.random.next() * 100 < properties.number("percentageA", 50) ? "A" : "B");
  },
};
