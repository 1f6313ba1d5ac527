import { type Action, ask, onward } from "../action.js";
import { flagOf, textOf } from "../callbacks/callback.js";
import { nameCallback } from "../callbacks/name-callback.js";
import { validatedCreateUsernameCallback } from "../callbacks/validated-create-username-callback.js";
import { attributesOf, putAttribute } from "../identity/attributes.js";
import type { NodeBehaviour, NodeContext } from "../node-behaviour.js";
import { describePolicies, failedPolicies, failedPolicyText } from "../world/policies.js";
import { titleOf } from "../world/schema.js";

/** Asks for a username; for a new one, with the platform's policies. */
export const validatedUsernameNode: NodeBehaviour = {
  type: "ValidatedUsernameNode",
  runs: "fully",
  process(context: NodeContext): Action {
    const { properties, callbacks, state, world } = context;
    const validates = properties.flag("validateInput", false);
    const attribute = properties.text("usernameAttribute", "userName");
    const [answer] = callbacks;
    if (!answer) return validates ? ask(question(context, attribute, "", [])) : ask(nameCallback());
    const name = textOf(answer);
    if (validates) {
      const object = { ...attributesOf(state), [attribute]: name };
      const failed = failedPolicies(world, attribute, name, object, undefined).map(failedPolicyText);
      if (failed.length > 0 || flagOf(answer, "validateOnly")) return ask(question(context, attribute, name, failed));
    }
    if (name !== "") {
      putAttribute(state, attribute, name);
      state.putShared("username", name);
    }
    return onward;
  },
};

function question({ world }: NodeContext, attribute: string, name: string, failed: readonly string[]) {
  const prompt = titleOf(attribute, world.identities.schema.get(attribute));
  return validatedCreateUsernameCallback(
    { policies: describePolicies(world, attribute), failedPolicies: failed, prompt },
    { "": name },
  );
}
