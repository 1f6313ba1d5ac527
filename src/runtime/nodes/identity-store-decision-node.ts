import type { Action } from "../action.js";
import { checkCredentials } from "../identity/check-credentials.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Checks user name and password, and whether the account is open. */
export const identityStoreDecisionNode: NodeBehaviour = {
  type: "IdentityStoreDecisionNode",
  runs: "partly",
  note: "Expired passwords and their change are not part of the world: `CANCELLED` and `EXPIRED` need a stub.",
  inputs: () => ["username", "password"],
  process(context: NodeContext): Action {
    return checkCredentials(context, context.properties.flag("useUniversalIdForUsername", false));
  },
};
