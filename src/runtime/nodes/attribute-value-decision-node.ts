import { type Action, decide, fail } from "../action.js";
import { requireIdentity } from "../identity/require-identity.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { isPresent, readable } from "../world/identity-store.js";

/** Compares an attribute of the user with a value, or checks that it is present. */
export const attributeValueDecisionNode: NodeBehaviour = {
  type: "AttributeValueDecisionNode",
  runs: "fully",
  inputs: (properties) => [properties.text("identityAttribute", "userName")],
  process(context: NodeContext): Action {
    const { properties } = context;
    const found = requireIdentity(context);
    if ("problem" in found) return fail(found.problem);
    const value = readPath(readable(found.user), properties.text("comparisonAttribute"));
    if (properties.text("comparisonOperation", "EQUALS") === "PRESENT") return decide(isPresent(value));
    const wanted = properties.text("comparisonValue");
    if (typeof value === "boolean") return decide(value === (wanted.toLowerCase() === "true"));
    if (typeof value === "number") return decide(value === Number(wanted));
    return decide(value === wanted);
  },
};
