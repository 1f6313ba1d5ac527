import { type Action, decide, fail } from "../action.js";
import { requireIdentity } from "../identity/require-identity.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";

/** Decides whether enough time has passed since the user was created. */
export const timeSinceDecisionNode: NodeBehaviour = {
  type: "TimeSinceDecisionNode",
  runs: "fully",
  note: "Reads `elapsedTime` as minutes.",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  process(context: NodeContext): Action {
    const { properties, world } = context;
    const found = requireIdentity(context);
    if ("problem" in found) return fail(found.problem);
    const { createDate } = world.identities.metaOf(found.user);
    const created = createDate === undefined ? Number.NaN : Date.parse(createDate);
    // Without a creation date the comparison with NaN is false, as on the platform.
    return decide(created + properties.number("elapsedTime", 0) * 60_000 <= world.clock.now);
  },
};
