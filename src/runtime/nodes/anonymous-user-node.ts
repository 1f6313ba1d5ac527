import { type Action, fail, onward } from "../action.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Signs on as the anonymous user. */
export const anonymousUserNode: NodeBehaviour = {
  type: "AnonymousUserNode",
  runs: "fully",
  process({ properties, state }: NodeContext): Action {
    const name = properties.text("anonymousUserName", "anonymous");
    if (name === "") return fail("Anonymous user name could not be found in the configuration");
    state.putShared("username", name);
    return { ...onward, effects: { identity: { name, type: "user" } } };
  },
};
