import { type Action, ask, onward } from "../action.js";
import { flagOf, textOf } from "../callbacks/callback.js";
import { passwordCallback } from "../callbacks/password-callback.js";
import { validatedCreatePasswordCallback } from "../callbacks/validated-create-password-callback.js";
import { attributesOf, putSecretAttribute } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { describePolicies, failedPolicies, failedPolicyText } from "../world/policies.js";
import { titleOf } from "../world/schema.js";

/** Asks for a password; for a new one, with the platform's policies. */
export const validatedPasswordNode: NodeBehaviour = {
  type: "ValidatedPasswordNode",
  runs: "fully",
  note: "Cannot check a password against earlier ones, because the world holds the present one only.",
  process(context: NodeContext): Action {
    const { properties, callbacks, state } = context;
    const validates = properties.flag("validateInput", false);
    const attribute = properties.text("passwordAttribute", "password");
    const [answer] = callbacks;
    if (!answer) return validates ? ask(question(context, attribute, [])) : ask(passwordCallback());
    const password = textOf(answer);
    if (validates) {
      const failed = check(context, attribute, password);
      if (failed.length > 0 || flagOf(answer, "validateOnly")) return ask(question(context, attribute, failed));
    }
    putSecretAttribute(state, attribute, password);
    state.putTransient("password", password);
    return onward;
  },
};

/** With `_id` in state, the password is checked as that user's: it must not contain the user's own names. */
function check({ state, world }: NodeContext, attribute: string, password: string): readonly string[] {
  const id = state.get("_id");
  const stored = typeof id === "string" ? world.identities.get(id) : undefined;
  const object = { ...stored, ...attributesOf(state), [attribute]: password };
  return failedPolicies(world, attribute, password, object, typeof id === "string" ? id : undefined).map(
    failedPolicyText,
  );
}

function question({ world }: NodeContext, attribute: string, failed: readonly string[]) {
  const prompt = titleOf(attribute, world.identities.schema.get(attribute));
  return validatedCreatePasswordCallback({
    policies: describePolicies(world, attribute),
    failedPolicies: failed,
    prompt,
  });
}
