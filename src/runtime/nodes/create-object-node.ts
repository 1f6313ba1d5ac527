import { type Action, fail, goTo } from "../action.js";
import { attributesOf } from "../identity/attributes.js";
import { allAttributes, hashAnswers } from "../identity/object-writes.js";
import { resourceMismatch } from "../identity/resource.js";
import { recordTerms } from "../identity/terms.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { readPath } from "../world/attribute-path.js";
import { idOf } from "../world/identity-store.js";
import { failedPolicies } from "../world/policies.js";

/** Creates a user from the collected attributes. It writes nothing to state: no `_id`, and no identified user. */
export const createObjectNode: NodeBehaviour = {
  type: "CreateObjectNode",
  runs: "fully",
  inputs: allAttributes,
  async process(context: NodeContext): Promise<Action> {
    const { state, world } = context;
    const mismatch = resourceMismatch(context);
    if (mismatch) return fail(mismatch);
    const attributes = attributesOf(state);
    for (const [name, schema] of world.identities.schema) {
      if (schema.required && readPath(attributes, name) === undefined) return goTo("FAILURE");
    }
    const failed = Object.entries(attributes).some(
      ([name, value]) => failedPolicies(world, name, value, attributes, undefined).length > 0,
    );
    if (failed) return goTo("FAILURE", { errorMessage: "Policy validation failed" });
    const result = world.identities.create(await hashAnswers(world, attributes), world.clock.text());
    if (!result.ok) return goTo("FAILURE", { errorMessage: result.message });
    recordTerms(context, idOf(result.object));
    return goTo("CREATED");
  },
};
