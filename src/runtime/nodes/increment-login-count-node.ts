import { type Action, onward } from "../action.js";
import { findIdentity } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Counts a sign-on. Unknown users are passed over. */
export const incrementLoginCountNode: NodeBehaviour = {
  type: "IncrementLoginCountNode",
  runs: "fully",
  process(context: NodeContext): Action {
    const user = findIdentity(context, context.properties.text("identityAttribute", "userName"));
    if (user) {
      const meta = context.world.identities.metaOf(user);
      meta.loginCount = (meta.loginCount ?? 0) + 1;
    }
    return onward;
  },
};
