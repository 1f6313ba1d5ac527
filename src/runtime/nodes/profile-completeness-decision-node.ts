import { type Action, decide, fail } from "../action.js";
import { requireIdentity } from "../identity/require-identity.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { isPresent } from "../world/identity-store.js";

/** Decides whether enough of the user's profile is filled in. */
export const profileCompletenessDecisionNode: NodeBehaviour = {
  type: "ProfileCompletenessDecisionNode",
  runs: "fully",
  note: "Computes the score as the share of filled attributes among those that users may see and edit; how the platform weighs them is not known.",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  process(context: NodeContext): Action {
    const { properties, world } = context;
    const found = requireIdentity(context);
    if ("problem" in found) return fail(found.problem);
    const asked = [...world.identities.schema].filter(
      ([, schema]) => schema.viewable !== false && schema.userEditable !== false,
    );
    const filled = asked.filter(([name]) => isPresent(readPath(found.user, name)));
    return decide((100 * filled.length) / asked.length > properties.number("threshold", 0));
  },
};
