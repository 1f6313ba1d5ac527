import { type Action, decide, fail } from "../action.js";
import { findIdentity, identityOf } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { isPresent } from "../world/identity-store.js";

/** Decides whether the user has an attribute. It may be the password, whose value no node can read. */
export const attributePresentDecisionNode: NodeBehaviour = {
  type: "AttributePresentDecisionNode",
  runs: "fully",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  process(context: NodeContext): Action {
    const { properties } = context;
    const attribute = properties.text("identityAttribute", "userName");
    if (identityOf(context, attribute) === undefined) return fail(`${attribute} not present in state`);
    const user = findIdentity(context, attribute);
    return decide(user !== undefined && isPresent(readPath(user, properties.text("presentAttribute", "password"))));
  },
};
