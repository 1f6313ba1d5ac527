import { type Action, decide } from "../action.js";
import { universalIdOf } from "../engine/run-end.js";
import { identityOf, putAttribute, putSecretAttribute, readIdentity } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { idOf, isPresent } from "../world/identity-store.js";

/**
 * Looks up a user. Nothing is written to state for an unknown user, and neither outcome tells the client which it was.
 */
export const identifyExistingUserNode: NodeBehaviour = {
  type: "IdentifyExistingUserNode",
  runs: "fully",
  process(context: NodeContext): Action {
    const { properties, state, world } = context;
    const attribute = properties.text("identityAttribute", "mail");
    if (identityOf(context, attribute) === undefined) return decide(false);
    const user = readIdentity(context, attribute);
    if (!user) return decide(false);
    state.putShared("_id", idOf(user));
    const identifier = properties.text("identifier", "userName");
    const name = identifier === "" ? undefined : readPath(user, identifier);
    if (typeof name === "string") {
      state.putShared("username", name);
      putAttribute(state, identifier, name);
    }
    const aliases = readPath(user, "aliasList");
    if (aliases !== undefined && isPresent(aliases)) putSecretAttribute(state, "aliasList", aliases);
    const username = state.getShared("username");
    if (typeof username !== "string") return decide(true);
    const identity = { name: username, type: "user" } as const;
    const universalId = universalIdOf(idOf(user), identity, world);
    return decide(true, { identity: { ...identity, universalId } });
  },
};
