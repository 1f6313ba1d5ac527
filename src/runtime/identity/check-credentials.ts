import { type Action, fail, goTo } from "../action.js";
import { universalIdOf } from "../engine/run-end.js";
import type { NodeContext } from "../node-behaviour.js";
import { idOf } from "../world/identity-store.js";

/**
 * Checks username and password as the identity store and LDAP decision nodes do. With `idAsName`, the user's `_id`
 * becomes the `username` from here on.
 */
export function checkCredentials({ state, world }: NodeContext, idAsName: boolean): Action {
  const username = state.get("username");
  const password = state.get("password");
  if (typeof username !== "string") return fail("No username in state");
  if (typeof password !== "string") return fail("Unable to authenticate");
  const user = world.identities.findUser(username);
  if (!user || password === "" || !world.identities.hasPassword(user, password)) {
    return goTo("FALSE", { errorMessage: "Login failure" });
  }
  if (!world.identities.isActive(user)) return goTo("LOCKED", { lockoutMessage: "User Locked Out." });
  const name = idAsName ? idOf(user) : username;
  if (idAsName) state.putShared("username", name);
  const identity = { name, type: "user" } as const;
  return goTo("TRUE", { identity: { ...identity, universalId: universalIdOf(name, identity, world) } });
}
