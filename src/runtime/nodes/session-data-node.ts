import { type Action, onward } from "../action.js";
import { putAttribute } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Copies a property of the request's session into state; without a session it goes on. */
export const sessionDataNode: NodeBehaviour = {
  type: "SessionDataNode",
  runs: "fully",
  note: "Reads `UserToken` as the name of the session's user. Stored as `userName` it sets `username` too, because the platform's UpdatePassword journey needs it.",
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
