import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Sets the URL that the client goes to after success. */
export const setSuccessUrlNode: NodeBehaviour = {
  type: "SetSuccessUrlNode",
  runs: "fully",
  process({ properties, state }: NodeContext): Action {
    state.putShared("successUrl", properties.text("successUrl"));
    return onward;
  },
};
