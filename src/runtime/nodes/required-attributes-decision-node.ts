import { type Action, decide, fail } from "../action.js";
import { attributesOf } from "../identity/attributes.js";
import { allAttributes } from "../identity/object-writes.js";
import { resourceMismatch } from "../identity/resource.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";

/** Decides whether all attributes that a new user must have are collected. */
export const requiredAttributesDecisionNode: NodeBehaviour = {
  type: "RequiredAttributesDecisionNode",
  runs: "fully",
  inputs: allAttributes,
  process(context: NodeContext): Action {
    const mismatch = resourceMismatch(context, "object type");
    if (mismatch) return fail(mismatch);
    const attributes = attributesOf(context.state);
    const required = [...context.world.identities.schema].filter(([, schema]) => schema.required);
    // An empty text is a value: the platform misses only what is absent or null.
    return decide(required.every(([name]) => (readPath(attributes, name) ?? null) !== null));
  },
};
