import { type Action, decide, fail } from "../action.js";
import { requireIdentity } from "../identity/require-identity.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Decides by the user's login count. */
export const loginCountDecisionNode: NodeBehaviour = {
  type: "LoginCountDecisionNode",
  runs: "fully",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  process(context: NodeContext): Action {
    const { properties, world } = context;
    const found = requireIdentity(context);
    if ("problem" in found) return fail(found.problem);
    const count = world.identities.metaOf(found.user).loginCount;
    const amount = properties.number("amount", 25);
    if (count === undefined) return decide(false);
    return decide(properties.text("interval", "AT") === "EVERY" ? count % amount === 0 : count === amount);
  },
};
