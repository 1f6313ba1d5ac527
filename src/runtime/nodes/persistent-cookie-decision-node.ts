import { type Action, decide } from "../action.js";
import { readPersistentCookie } from "../identity/persistent-cookie.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Signs on the user of a persistent cookie. A malformed or expired cookie leads to `false` and never throws. */
export const persistentCookieDecisionNode: NodeBehaviour = {
  type: "PersistentCookieDecisionNode",
  runs: "partly",
  note: "Reads the cookies that the simulated `SetPersistentCookieNode` writes, and `user:<name>`.",
  process({ properties, state, world }: NodeContext): Action {
    const value = world.cookie(properties.text("persistentCookieName", "session-jwt"));
    const username = value === undefined ? undefined : readPersistentCookie(value, world.clock.now);
    if (username === undefined) return decide(false);
    state.putShared("username", username);
    return decide(true, { identity: { name: username, type: "user" } });
  },
};
