import type { Action } from "../action.js";
import { checkCredentials } from "../identity/check-credentials.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Checks user name and password against a directory. */
export const ldapDecisionNode: NodeBehaviour = {
  type: "LdapDecisionNode",
  runs: "partly",
  note: "The users of the world stand for the directory; expired passwords are not part of it.",
  inputs: () => ["username", "password"],
  process(context: NodeContext): Action {
    return checkCredentials(context, false);
  },
};
