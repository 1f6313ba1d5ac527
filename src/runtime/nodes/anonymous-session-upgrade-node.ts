import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Takes over an anonymous session. */
export const anonymousSessionUpgradeNode: NodeBehaviour = {
  type: "AnonymousSessionUpgradeNode",
  runs: "partly",
  note: "Goes on; what it takes over from the session is not known.",
  process(_context: NodeContext): Action {
    return onward;
  },
};
