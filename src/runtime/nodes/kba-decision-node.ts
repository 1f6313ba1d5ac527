import { type Action, decide, fail } from "../action.js";
import { requireIdentity } from "../identity/require-identity.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { kbaOf } from "../world/kba.js";

/** Decides whether the user has answered enough security questions. */
export const kbaDecisionNode: NodeBehaviour = {
  type: "KbaDecisionNode",
  runs: "fully",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  process(context: NodeContext): Action {
    const { world } = context;
    const found = requireIdentity(context);
    if ("problem" in found) return fail(found.problem);
    const answers = readPath(found.user, "kbaInfo");
    const minimum = kbaOf(world).minimumAnswersToDefine;
    return decide((Array.isArray(answers) ? answers.length : 0) >= minimum);
  },
};
