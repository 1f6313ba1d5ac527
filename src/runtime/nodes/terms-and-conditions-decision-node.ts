import { type Action, decide, fail } from "../action.js";
import { requireIdentity } from "../identity/require-identity.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { termsOf } from "../world/terms.js";

/** Decides whether the user has accepted the present version of the terms. */
export const termsAndConditionsDecisionNode: NodeBehaviour = {
  type: "TermsAndConditionsDecisionNode",
  runs: "fully",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  process(context: NodeContext): Action {
    const { world } = context;
    const found = requireIdentity(context);
    if ("problem" in found) return fail(found.problem);
    const terms = termsOf(world);
    if (!terms) return decide(true);
    const accepted = readPath(found.user, "termsAccepted/termsVersion");
    return decide(accepted === terms.version);
  },
};
