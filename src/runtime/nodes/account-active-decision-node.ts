import { type Action, decide, fail } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Decides whether the user's account is active. */
export const accountActiveDecisionNode: NodeBehaviour = {
  type: "AccountActiveDecisionNode",
  runs: "fully",
  inputs: () => ["username"],
  process({ state, world }: NodeContext): Action {
    const username = state.get("username");
    const user = typeof username === "string" ? world.identities.findUser(username) : undefined;
    return user ? decide(world.identities.isActive(user)) : fail("Failed to get the identity object");
  },
};
