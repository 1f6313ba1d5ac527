import { type Action, fail, goTo } from "../action.js";
import { attributesOf, findIdentity, identityOf } from "../identity/attributes.js";
import { allAttributes, hashAnswers } from "../identity/object-writes.js";
import { resourceMismatch } from "../identity/resource.js";
import { recordTerms } from "../identity/terms.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { withoutPath } from "../world/attribute-path.js";
import { idOf } from "../world/identity-store.js";
import { failedPolicies } from "../world/policies.js";

/** Writes the collected attributes to an existing user. */
export const patchObjectNode: NodeBehaviour = {
  type: "PatchObjectNode",
  runs: "fully",
  note: "Ignores `patchAsObject`, which chooses the rights that the platform uses: the world allows every change.",
  inputs: allAttributes,
  async process(context: NodeContext): Promise<Action> {
    const { properties, state, world } = context;
    const mismatch = resourceMismatch(context);
    if (mismatch) return fail(mismatch);
    const attribute = properties.text("identityAttribute", "userName");
    if (identityOf(context, attribute) === undefined) return goTo("FAILURE");
    const user = findIdentity(context, attribute);
    if (!user) return fail("Failed to retrieve existing object");
    const fields = properties.texts("ignoredFields").reduce(withoutPath, attributesOf(state));
    const patch = Object.entries(fields);
    // The platform is done here, and does not note accepted terms either.
    if (patch.length === 0) return goTo("PATCHED");
    const values = await hashAnswers(world, fields);
    const object = { ...user, ...values };
    if (patch.some(([name, value]) => failedPolicies(world, name, value, object, idOf(user)).length > 0)) {
      return goTo("FAILURE", { errorMessage: "Policy validation failed" });
    }
    const result = world.identities.patch(idOf(user), values);
    if (!result.ok) return goTo("FAILURE", { errorMessage: result.message });
    recordTerms(context, idOf(user));
    return goTo("PATCHED");
  },
};
