import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Sets the URL that the client goes to after failure. */
export const setFailureUrlNode: NodeBehaviour = {
  type: "SetFailureUrlNode",
  runs: "fully",
  process({ properties, state }: NodeContext): Action {
    state.putShared("failureUrl", properties.text("failureUrl"));
    return onward;
  },
};
