import { type Action, fail, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { idOf } from "../world/identity-store.js";

/** Locks or unlocks the user's account. */
export const accountLockoutNode: NodeBehaviour = {
  type: "AccountLockoutNode",
  runs: "fully",
  note: "The texts of its two errors are our own.",
  inputs: () => ["username"],
  process({ properties, state, world }: NodeContext): Action {
    const username = state.get("username");
    if (typeof username !== "string") return fail("No username in state");
    const user = world.identities.findUser(username);
    if (!user) return fail("Could not find the identity");
    const locks = properties.text("lockAction", "LOCK") === "LOCK";
    world.identities.patch(idOf(user), { accountStatus: locks ? "inactive" : "active" });
    return onward;
  },
};
