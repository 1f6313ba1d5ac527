import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Generates a one-time password of digits. */
export const oneTimePasswordGeneratorNode: NodeBehaviour = {
  type: "OneTimePasswordGeneratorNode",
  runs: "fully",
  process({ properties, state, world }: NodeContext): Action {
    state.putTransient("oneTimePassword", world.random.text(properties.number("length", 8), "0123456789"));
    state.putTransient("oneTimePasswordTimestamp", Math.floor(world.clock.now / 1000));
    return onward;
  },
};
