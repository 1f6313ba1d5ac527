import { type Action, onward } from "../action.js";
import { findIdentity } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Adds one to the user's login count; it goes on when the user is unknown. */
export const incrementLoginCountNode: NodeBehaviour = {
  type: "IncrementLoginCountNode",
  runs: "fully",
  note: "The count is kept beside the user's attributes, where `LoginCountDecision` reads it: `expect user` does not show it.",
  process(context: NodeContext): Action {
    const user = findIdentity(context, context.properties.text("identityAttribute", "userName"));
    if (user) {
      const meta = context.world.identities.metaOf(user);
      meta.loginCount = (meta.loginCount ?? 0) + 1;
    }
    return onward;
  },
};
