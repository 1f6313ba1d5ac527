import { type Action, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Upgrades an anonymous session; in the simulation it only goes on. */
export const anonymousSessionUpgradeNode: NodeBehaviour = {
  type: "AnonymousSessionUpgradeNode",
  runs: "partly",
  note: "Goes on without a change; what the platform takes over from the session is not known.",
  process(_context: NodeContext): Action {
    return onward;
  },
};
