import { type Action, onward } from "../action.js";
import { putAttribute } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Takes a property of the session that the request has brought. */
export const sessionDataNode: NodeBehaviour = {
  type: "SessionDataNode",
  runs: "fully",
  note: "`UserToken` is the name of the session's user. With `userName` as its key it sets `username` too: without that the platform's UpdatePassword could not work",
  process({ properties, state, world }: NodeContext): Action {
    if (!world.session) return onward;
    const key = properties.text("sessionDataKey");
    const held = world.session.properties ?? {};
    const value = Object.hasOwn(held, key) ? held[key] : key === "UserToken" ? world.session.username : undefined;
    if (value === undefined) return onward;
    const target = properties.text("sharedStateKey");
    state.putShared(target, value);
    putAttribute(state, target, value);
    if (target === "userName" && !state.isDefined("username")) state.putShared("username", value);
    return onward;
  },
};
