import { type Action, fail, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { idOf } from "../world/identity-store.js";

/** Locks or unlocks the user's account. */
export const accountLockoutNode: NodeBehaviour = {
  type: "AccountLockoutNode",
  runs: "fully",
  inputs: () => ["username"],
  process({ properties, state, world }: NodeContext): Action {
    const username = state.getShared("username");
    if (typeof username !== "string" || username === "") return fail("Could not get a valid username from the context");
    const user = world.identities.findUser(username);
    if (!user) return fail("Could not find the identity based on the information available on context.");
    const locks = properties.text("lockAction", "LOCK") === "LOCK";
    world.identities.patch(idOf(user), { accountStatus: locks ? "inactive" : "active" });
    return onward;
  },
};
