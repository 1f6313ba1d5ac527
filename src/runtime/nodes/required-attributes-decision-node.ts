import { type Action, decide, fail } from "../action.js";
import { attributesOf } from "../identity/attributes.js";
import { allAttributes } from "../identity/object-writes.js";
import { resourceMismatch } from "../identity/resource.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { isPresent } from "../world/identity-store.js";

/** Decides whether all attributes that a new user must have are collected. */
export const requiredAttributesDecisionNode: NodeBehaviour = {
  type: "RequiredAttributesDecisionNode",
  runs: "fully",
  inputs: allAttributes,
  process(context: NodeContext): Action {
    const mismatch = resourceMismatch(context);
    if (mismatch) return fail(mismatch);
    const attributes = attributesOf(context.state);
    const required = [...context.world.identities.schema].filter(([, schema]) => schema.required);
    return decide(required.every(([name]) => isPresent(readPath(attributes, name))));
  },
};
