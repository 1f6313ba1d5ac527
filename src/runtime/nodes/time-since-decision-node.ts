import { type Action, decide, fail } from "../action.js";
import { requireIdentity } from "../identity/require-identity.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Decides by the time since the user was created. */
export const timeSinceDecisionNode: NodeBehaviour = {
  type: "TimeSinceDecisionNode",
  runs: "fully",
  note: "elapsedTime is read as minutes.",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  process(context: NodeContext): Action {
    const { properties, world } = context;
    const found = requireIdentity(context);
    if ("problem" in found) return fail(found.problem);
    const { createDate } = world.identities.metaOf(found.user);
    const created = createDate === undefined ? Number.NaN : Date.parse(createDate);
    // Without a date there is nothing to compare.
    return decide(created + properties.number("elapsedTime", 0) * 60_000 <= world.clock.now);
  },
};
