import type { Action } from "../action.js";
import { checkCredentials } from "../identity/check-credentials.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Checks username and password, and whether the account is active. */
export const identityStoreDecisionNode: NodeBehaviour = {
  type: "IdentityStoreDecisionNode",
  runs: "partly",
  note: "The world has no expired passwords, so `CANCELLED` and `EXPIRED` need a stub.",
  inputs: () => ["username", "password"],
  process(context: NodeContext): Action {
    return checkCredentials(context, context.properties.flag("useUniversalIdForUsername", false));
  },
};
