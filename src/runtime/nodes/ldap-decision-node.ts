import type { Action } from "../action.js";
import { checkCredentials } from "../identity/check-credentials.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Checks username and password against a directory. */
export const ldapDecisionNode: NodeBehaviour = {
  type: "LdapDecisionNode",
  runs: "partly",
  note: "Uses the users of the world as the directory; it has no expired passwords.",
  inputs: () => ["username", "password"],
  process(context: NodeContext): Action {
    return checkCredentials(context, false);
  },
};
