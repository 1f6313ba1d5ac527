import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Writes fixed texts into shared state and removes the same keys from the other stores. */
export const setStateNode: NodeBehaviour = {
  type: "SetStateNode",
  runs: "fully",
  process({ properties, state }: NodeContext): Action {
    for (const [key, value] of properties.map("attributes")) {
      state.remove(key);
      state.putShared(key, value);
    }
    return onward;
  },
};
