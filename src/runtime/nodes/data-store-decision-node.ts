import { type Action, decide, fail } from "../action.js";
import { universalIdOf } from "../engine/run-end.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Checks username and password against the users of the world. */
export const dataStoreDecisionNode: NodeBehaviour = {
  type: "DataStoreDecisionNode",
  runs: "fully",
  inputs: () => ["username", "password"],
  process({ state, world }: NodeContext): Action {
    const password = state.get("password");
    if (typeof password !== "string") return fail("Unable to authenticate");
    const username = state.getShared("username");
    if (typeof username !== "string") return decide(false);
    const user = world.identities.findUser(username);
    const right = user !== undefined && password.trim() !== "" && world.identities.hasPassword(user, password);
    if (!right || !world.identities.isActive(user)) return decide(false);
    const identity = { name: username, type: "user" } as const;
    return decide(true, { identity: { ...identity, universalId: universalIdOf(username, identity, world) } });
  },
};
