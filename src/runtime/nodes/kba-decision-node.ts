import { type Action, decide, fail } from "../action.js";
import { findIdentity } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { kbaOf } from "../world/kba.js";

/** Decides whether the user has answered enough security questions. */
export const kbaDecisionNode: NodeBehaviour = {
  type: "KbaDecisionNode",
  runs: "fully",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  process(context: NodeContext): Action {
    const { properties, world } = context;
    const user = findIdentity(context, properties.text("identityAttribute", "userName"));
    if (!user) return fail("Unable to read object");
    const answers = readPath(user, "kbaInfo");
    return decide(Array.isArray(answers) && answers.length >= kbaOf(world).minimumAnswersToDefine);
  },
};
